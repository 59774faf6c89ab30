import { VerdictBadge } from '../../ui/verdict-badge';
import type { VerdictWord } from '../../words/claim-parts';
import type { JudgedClaim } from './article';
import styles from './articles.module.css';

/** In the order in which they are counted: what is wrong first. */
const VERDICTS: readonly VerdictWord[] = ['contradicted', 'partly', 'supported', 'uncheckable'];

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
