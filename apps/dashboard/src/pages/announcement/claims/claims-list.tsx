import { useWholeList } from '../../../api/answers';
import { Answered } from '../../../ui/answered';
import { Evidence } from '../../../ui/evidence';
import { Link } from '../../../ui/link';
import { Panel } from '../../../ui/panel';
import { VerdictBadge } from '../../../ui/verdict-badge';
import { partName } from '../../../words/claim-parts';
import type { Claim } from '../answers';
import styles from './claims.module.css';

/** What articles claim of the tape around this announcement, each part with its verdict. */
export function ClaimsList({ id }: { readonly id: string }) {
  const claims = useWholeList('/v1/claims', { query: { announcement: id } });
  const evidence = `/v1/claims?announcement=${encodeURIComponent(id)}`;
  return (
    <Panel title="What the press claims about it" aside={<Evidence href={evidence}>The verdicts</Evidence>}>
      <Answered query={claims} what="the claims">
        {(rows) =>
          rows.length === 0 ? (
            <p className="soft">
              No article on record rests a claim on it. <Link href="/articles">Have one read</Link>.
            </p>
          ) : (
            <ul className={styles.claims} aria-label="Claims">
              {rows.map((row) => (
                <ClaimItem key={`${row.article.id} ${row.claim.id}`} row={row} />
              ))}
            </ul>
          )
        }
      </Answered>
    </Panel>
  );
}

function ClaimItem({ row: { claim, now, article } }: { readonly row: Claim }) {
  return (
    <li>
      <blockquote className={styles.quotation}>
        {claim.quotation === undefined ? 'A claim that a reader added' : `“${claim.quotation.text}”`}
      </blockquote>
      <p>
        {now !== null && <VerdictBadge verdict={now.verdict} />}{' '}
        <Link href={`/articles/${encodeURIComponent(article.id)}`}>{article.title}</Link>
        {article.publisher !== undefined && <span className="soft">, {article.publisher}</span>}
      </p>
      <ul className={styles.parts}>
        {(now?.parts ?? []).map((part) => (
          <li key={`${part.part} ${part.why}`}>
            <VerdictBadge verdict={part.verdict} /> <strong>{partName(part)}.</strong> {part.why}
          </li>
        ))}
      </ul>
    </li>
  );
}
