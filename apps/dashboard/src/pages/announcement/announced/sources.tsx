import { announcementHref, Link } from '../../../ui/link';
import { instant } from '../../../words/times';
import type { Act } from '../answers';
import { safeHref } from './safe-href';
import styles from './announced.module.css';

/** Where it is written. Only http and https lead anywhere. */
export function Sources({ sources, zone }: Pick<Act, 'sources'> & { readonly zone: string }) {
  return (
    <ul className={styles.plain} aria-label="Sources">
      {sources.map(({ url, publisher, publishedAt, time }) => (
        <li key={url}>
          <Outside address={url}>{publisher ?? url}</Outside>
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
            <Outside address={to}>{to}</Outside>
          )}
        </li>
      ))}
    </ul>
  );
}

function Outside({ address, children }: { readonly address: string; readonly children: string }) {
  const href = safeHref(address);
  if (href === null) return <span>{children}</span>;
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}
