import type { JudgedClaim } from './article';
import styles from './articles.module.css';
import { VERDICTS } from './claim-words';
import { VerdictBadge } from './verdict-badge';

/** How many claims have which verdict; those that were withdrawn have none. */
export function VerdictCounts({ claims }: { readonly claims: readonly Pick<JudgedClaim, 'now'>[] }) {
  if (claims.length === 0) return <span className="soft">none</span>;
  const counted = VERDICTS.map((verdict) => ({
    verdict,
    count: claims.filter(({ now }) => now?.verdict === verdict).length,
  }));
  const withdrawn = claims.filter(({ now }) => now === null).length;
  return (
    <span className={styles.badges}>
      {counted.map(({ verdict, count }) => count > 0 && <VerdictBadge key={verdict} verdict={verdict} count={count} />)}
      {withdrawn > 0 && <span className="soft">{withdrawn} withdrawn</span>}
    </span>
  );
}
