import { announcementHref, Link } from '../../../ui/link';
import { OutsideLink } from '../../../ui/outside-link';
import { instant } from '../../../words/times';
import type { Act } from '../answers';
import styles from './announced.module.css';

/** Where it is written. Only http and https lead anywhere. */
export function Sources({ sources, zone }: Pick<Act, 'sources'> & { readonly zone: string }) {
  return (
    <ul className={styles.plain} aria-label="Sources">
      {sources.map(({ url, publisher, publishedAt, time }) => (
        <li key={url}>
          <OutsideLink address={url}>{publisher ?? url}</OutsideLink>
          {publishedAt !== undefined && <span className="soft">, {instant(publishedAt, zone)}</span>}
          {time !== undefined && (
            <span className="soft">
              {' '}
              (time {time.certainty}, from {time.from})
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** How it stands to other announcements, or to what is written elsewhere. */
export function Relations({ relations }: Pick<Act, 'relations'>) {
  return (
    <ul className={styles.plain} aria-label="Related">
      {relations.map(({ kind, to }) => (
        <li key={`${kind} ${to}`}>
          {kind}{' '}
          {to.startsWith('ann_') ? (
            <Link href={announcementHref(to)}>another announcement</Link>
          ) : (
            <OutsideLink address={to}>{to}</OutsideLink>
          )}
        </li>
      ))}
    </ul>
  );
}
