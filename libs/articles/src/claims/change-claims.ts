import { isDeepStrictEqual } from 'node:util';
import { type ArticleClaim, ArticleCorrected, type ArticleRecord, type Claim } from '@streakline/events';
import { type Decider, refuse, refuseFor, type Refusal } from '@streakline/event-store';
import { articleFold, type ArticleState } from '../article/article-state';
import { publicBy } from '../article/known-at';
import { unknownArticle } from '../article/unknown-article';
import { claimFaults } from './claim-faults';

/** What a person says of an article's claims. */
export interface ClaimChange {
  readonly articleId: string;
  readonly reason: string | undefined;
  readonly change:
    | { readonly is: 'add'; readonly claim: Omit<Claim, 'id'> }
    | { readonly is: 'correct'; readonly claimId: string; readonly claim: Omit<Claim, 'id'> }
    | { readonly is: 'withdraw'; readonly claimId: string };
}

export const claimChangeDecider: Decider<ArticleState, ClaimChange> = {
  ...articleFold,
  decide({ articleId, change, reason }, { record }) {
    if (record === null) return unknownArticle(articleId);
    const changed = changedClaims(record, change);
    if ('refused' in changed) return changed;
    if (isDeepStrictEqual(changed.claims, record.claims)) return [];
    const article = { ...record, claims: changed.claims };
    const why = reason === undefined ? {} : { reason };
    return [ArticleCorrected.create({ article, changed: [changed.id], ...why }, publicBy(record.published))];
  },
};

/** The id of the claim that a change is about; of one that is added, the one it has or will have. */
export function claimIdOf(record: ArticleRecord, change: ClaimChange['change']): string {
  if (change.is !== 'add') return change.claimId;
  const same = record.claims.find(
    ({ claim: { id: _, ...claim }, state }) => state !== 'withdrawn' && isDeepStrictEqual(claim, change.claim),
  );
  return same?.claim.id ?? `c${1 + Math.max(0, ...record.claims.map(({ claim }) => Number(claim.id.slice(1))))}`;
}

function changedClaims(
  record: ArticleRecord,
  change: ClaimChange['change'],
): { readonly id: string; readonly claims: ArticleClaim[] } | Refusal {
  const { claims } = record;
  const id = claimIdOf(record, change);
  const known = claims.find(({ claim }) => claim.id === id);
  if (known === undefined && change.is !== 'add') return unknownClaim(record, id);
  if (change.is === 'withdraw') return { id, claims: replaced(claims, id, (one) => ({ ...one, state: 'withdrawn' })) };
  const faults = claimFaults(change.claim, id, claims);
  if (faults.length > 0) return refuseFor('invalid', faults, 'invalidClaim');
  if (known === undefined) return { id, claims: [...claims, { claim: { id, ...change.claim }, state: 'added' }] };
  if (change.is === 'add') return { id, claims };
  const { quotation } = known.claim;
  const claim: Claim = { id, ...(quotation === undefined ? {} : { quotation }), ...change.claim };
  const same = known.state !== 'withdrawn' && isDeepStrictEqual(claim, known.claim);
  return {
    id,
    claims: same
      ? [...claims]
      : replaced(claims, id, ({ state }) => ({ claim, state: state === 'added' ? state : 'corrected' })),
  };
}

function replaced(
  claims: readonly ArticleClaim[],
  id: string,
  by: (claim: ArticleClaim) => ArticleClaim,
): ArticleClaim[] {
  return claims.map((one) => (one.claim.id === id ? by(one) : one));
}

function unknownClaim({ id: articleId, claims }: ArticleRecord, id: string): Refusal {
  const ids = claims.map(({ claim }) => claim.id).join(', ') || 'none';
  const detail = `The article ${articleId} has no claim ${JSON.stringify(id)}; it has ${ids}.`;
  return refuse('notFound', 'unknownClaim', detail);
}
