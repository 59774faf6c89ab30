import type { ArticleClaim, ArticleRecord, Claim, Proposal, Quotation } from '@streakline/events';

/**
 * A new reading of an article on record: what was read before keeps its id, found again by its words; what people made of
 * a claim or a proposal stays, as long as the article still has the words for it. What is new goes on counting.
 */
export function readAgain(before: ArticleRecord, now: ArticleRecord): ArticleRecord {
  return {
    ...now,
    claims: claimsAgain(before.claims, now.claims),
    proposals: proposalsAgain(before.proposals, now.proposals),
  };
}

function claimsAgain(before: readonly ArticleClaim[], now: readonly ArticleClaim[]): ArticleClaim[] {
  const byWords = keyed(
    before.filter(({ state }) => state !== 'added'),
    ({ claim }) => wordsOf(claim),
  );
  let next = after(before.map(({ claim }) => claim.id));
  const ids = new Map<string, string>();
  const pairs = [...keyed(now, ({ claim }) => wordsOf(claim))].map(([words, told]) => {
    const known = byWords.get(words);
    ids.set(told.claim.id, known?.claim.id ?? `c${next++}`);
    return { told, known };
  });
  const read = pairs.map(({ told, known }): ArticleClaim => {
    const id = ids.get(told.claim.id) ?? told.claim.id;
    const touched = known?.state === 'corrected' || known?.state === 'withdrawn';
    if (!touched || known === undefined) return { claim: { ...renumbered(told.claim, ids), id }, state: 'read' };
    return { ...known, claim: { ...known.claim, ...placed(told.claim.quotation) } };
  });
  return [...read, ...before.filter(({ state }) => state === 'added')];
}

function placed(quotation: Quotation | undefined): { readonly quotation?: Quotation } {
  return quotation === undefined ? {} : { quotation };
}

function renumbered(claim: Claim, ids: ReadonlyMap<string, string>): Claim {
  const { span } = claim;
  if (span?.is !== 'streakOf') return claim;
  return { ...claim, span: { is: 'streakOf', claimId: ids.get(span.claimId) ?? span.claimId } };
}

function proposalsAgain(before: readonly Proposal[], now: readonly Proposal[]): Proposal[] {
  const byAct = keyed(before, actOf);
  let next = after(before.map(({ id }) => id));
  const read = [...keyed(now, actOf)].map(([act, told]): Proposal => {
    const known = byAct.get(act);
    if (known === undefined) return { ...told, id: `p${next++}` };
    byAct.delete(act);
    return known.state === 'proposed' ? { ...told, id: known.id } : known;
  });
  return [...read, ...[...byAct.values()].filter(({ state }) => state === 'accepted')];
}

/** Things by their keys; of several with one key the second has another one, and so on. */
function keyed<Value>(values: readonly Value[], keyOf: (value: Value) => string): Map<string, Value> {
  const counts = new Map<string, number>();
  return new Map(
    values.map((value) => {
      const key = keyOf(value);
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return [`${key}#${count}`, value];
    }),
  );
}

function wordsOf({ quotation }: Claim): string {
  return quotation?.text ?? '';
}

function actOf({ terms: { kind, moment, subjects } }: Proposal): string {
  return JSON.stringify([kind, moment, subjects[0]]);
}

/** The number behind the highest of `c1`, `c2`... */
function after(ids: readonly string[]): number {
  return 1 + Math.max(0, ...ids.map((id) => Number(id.slice(1))));
}
