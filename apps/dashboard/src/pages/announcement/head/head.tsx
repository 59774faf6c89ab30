import { Badge } from '../../../ui/badge';
import { instrumentHref, Link } from '../../../ui/link';
import { PageTitle } from '../../../ui/page-title';
import { announcedInFull } from '../../../words/timings';
import type { Announcement } from '../answers';
import styles from './head.module.css';

/** Kind, moment, issuer and headline; of a retracted one, that before all. */
export function Head({ announcement, zone }: { readonly announcement: Announcement; readonly zone: string }) {
  const { kind, headline, retraction, subjects, period, amendments } = announcement;
  const listed = subjects.flatMap((subject) => ('instrument' in subject ? [subject.instrument] : []));
  return (
    <div className={styles.head}>
      {retraction !== null && (
        <p className={styles.retraction} role="status">
          <strong>✗ Retracted.</strong> This was never so: {retraction.reason}
        </p>
      )}
      <div className={styles.kicker}>
        <Badge tone="mark">{kind}</Badge>
        {period !== null && <span>{period}</span>}
        <span>{announcedInFull(announcement, zone)}</span>
        {listed.map((ref) => (
          <Link key={ref} href={instrumentHref(ref)}>
            {ref}
          </Link>
        ))}
        {amendments.length > 0 && <Badge>amended</Badge>}
      </div>
      <PageTitle name={headline}>{retraction === null ? headline : <del>{headline}</del>}</PageTitle>
    </div>
  );
}
