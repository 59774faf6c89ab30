import { claimReport, type ClaimVerdict, judge, type NamedTape } from '@streakline/claims';
import { type Known, publicBy } from '@streakline/dossiers';
import { type ArticleClaim, type ArticleRecord, type Claim, instrumentsOfArticle } from '@streakline/events';
import type { ClaimVerdictAnswer, JudgedClaim } from './claim-verdict-answer';
import type { CutView } from './cut-view';
import { type NameOn, readNames } from './instrument-refs';
import type { Tapes } from './tapes';

/**
 * Both verdicts on every claim of some articles, in the order of each article: against what was known at its moment, and
 * against what is known at the view. Computed on reading, like all that rests on a tape: a bar revised later changes the
 * verdict now, and never the one at publication.
 *
 * A date alone stands for its end on the exchange of each claim's subject.
 */
export async function verdictsOf(
  view: CutView,
  tapes: Tapes,
  articles: readonly ArticleRecord[],
): Promise<ReadonlyMap<string, readonly JudgedClaim[]>> {
  const nameOn = await readNames(view, articles.flatMap(instrumentsJudged));
  const judged = new Map<string, readonly JudgedClaim[]>();
  // One by one: the tapes of all of them need not be in memory together.
  for (const article of articles) judged.set(article.id, await verdictsOfOne(view, tapes, article, nameOn));
  return judged;
}

async function verdictsOfOne(
  view: CutView,
  tapes: Tapes,
  article: ArticleRecord,
  nameOn: NameOn,
): Promise<readonly JudgedClaim[]> {
  const date = 'at' in article.published ? article.published.at.slice(0, 10) : article.published.on;
  const name = (id: string) => nameOn(id, date);
  const now = await tapes.of(view, instrumentsJudged(article));
  const then = await tapesAtPublication(view, tapes, article, now);
  return article.claims.map((told): JudgedClaim => {
    const id = subjectOf(told.claim);
    const instrument = id !== undefined && now.has(id) ? name(id) : null;
    if (told.state === 'withdrawn') return { ...told, instrument, atPublication: null, now: null };
    const by = (known: TapesById) => verdictBy(article, told, known, name);
    return { ...told, instrument, atPublication: by(then), now: by(now) };
  });
}

type TapesById = ReadonlyMap<string, Known>;

/** Of all whom an article speaks of: whose figure it may have been, the first ones can tell. */
const MOST_OTHERS = 10;

function instrumentsJudged(article: ArticleRecord): readonly string[] {
  const subjects = article.claims.flatMap(({ claim }) => subjectOf(claim) ?? []);
  return [...new Set([...subjects, ...instrumentsOfArticle(article).slice(0, MOST_OTHERS)])];
}

function verdictBy(
  { claims, published }: ArticleRecord,
  { claim }: ArticleClaim,
  tapes: TapesById,
  name: (id: string) => string,
): ClaimVerdictAnswer {
  const id = subjectOf(claim);
  const known = id === undefined ? null : (tapes.get(id) ?? null);
  const others = [...tapes].filter(([other]) => other !== id).map((other): NamedTape => named(other, name));
  const standing = claims.filter(({ state }) => state !== 'withdrawn').map((other) => other.claim);
  return answerOf(claim, judge(claim, { known, published, claims: standing, others }));
}

function named([id, known]: readonly [string, Known], name: (id: string) => string): NamedTape {
  return { name: name(id), known };
}

function answerOf(claim: Claim, verdict: ClaimVerdict): ClaimVerdictAnswer {
  return { ...verdict, why: claimReport(claim, verdict).why };
}

function subjectOf({ subject }: Claim): string | undefined {
  return 'instrumentId' in subject ? subject.instrumentId : undefined;
}

/** The same tapes, cut at the article's moment as each exchange has it. */
async function tapesAtPublication(
  view: CutView,
  tapes: Tapes,
  { published }: ArticleRecord,
  now: TapesById,
): Promise<TapesById> {
  const byMoment = new Map<number, string[]>();
  for (const [id, { table }] of now) {
    const moment = publicBy(published, table);
    byMoment.set(moment, [...(byMoment.get(moment) ?? []), id]);
  }
  const then = new Map<string, Known>();
  for (const [moment, ids] of byMoment) {
    const asOf = Math.min(moment, view.cut?.asOf ?? Infinity);
    const cut = { asOf, asRecorded: view.cut?.asRecorded ?? view.position };
    for (const [id, known] of await tapes.of({ ...view, cut }, ids)) then.set(id, known);
  }
  return then;
}
