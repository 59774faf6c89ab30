import { rebuilding } from './answer';
import type { CutView } from './cut-view';
import { wordsOfInstrument } from './instruments/instruments.rows';
import { renamedThen } from './renamed-then';
import { askedWords, hasWord, patternOf } from './words';

/** Read models of an older definition have no words. */
const FIRST_DEFINITION = 5;
const NO_WORDS_YET =
  'The read models are rebuilt after an upgrade; until then nothing can be searched by words. Ask again in a while (GET /v1/projections says when), or leave q out.';

/** One of the words asked for, and the instruments that it finds by exchange, symbol or name. */
export interface SoughtWord {
  readonly word: string;
  readonly instrumentIds: ReadonlySet<string>;
}

/** What somebody typed, as it was at the view's cut: every word must be found, each in a headline or in an instrument. */
export type Search = readonly SoughtWord[];

/**
 * Without letters and digits the search finds nothing: it is null.
 *
 * @throws ProblemException 503 while read models without words serve
 */
export async function searchFor(view: CutView, query: string): Promise<Search | null> {
  mustHaveWords(view);
  const words = askedWords(query);
  if (words.length === 0) return null;
  const found = new Map(words.map((word) => [word, new Set<string>()]));
  for (const { id, words: ofInstrument } of await instrumentsWithAny(view, words))
    for (const [word, ids] of found) if (hasWord(ofInstrument, word)) ids.add(id);
  return [...found].map(([word, ids]) => ({ word, instrumentIds: ids }));
}

/** @throws ProblemException 503 while read models without words serve */
export function mustHaveWords({ definition }: CutView): void {
  if (definition < FIRST_DEFINITION) throw rebuilding(NO_WORDS_YET);
}

/** Whether a headline's words and some instruments have between them all words that were asked for. */
export function isFound(search: Search, words: string, instrumentIds: readonly string[]): boolean {
  return search.every(
    ({ word, instrumentIds: found }) => hasWord(words, word) || instrumentIds.some((id) => found.has(id)),
  );
}

/**
 * The same as a condition of SQL on a row with the columns `words` (of a headline) and `instruments`.
 *
 * @param parameters of the statement; those of the condition are added
 */
export function foundCondition(search: Search, row: string, parameters: unknown[]): string {
  const conditions = search.map(({ word, instrumentIds }) => {
    const [pattern, ids] = [parameters.push(patternOf(word)), parameters.push([...instrumentIds])];
    // `= ANY` is looked up by hash; `&&` would compare each with each.
    return `(${row}.words LIKE $${pattern} OR EXISTS (SELECT FROM unnest(${row}.instruments) AS one WHERE one = ANY($${ids}::text[])))`;
  });
  return conditions.join(' AND ');
}

interface Worded {
  readonly id: string;
  readonly words: string;
}

/** Instruments with any of some words, at the view's cut. Those that only ever had one name had the words of their row. */
async function instrumentsWithAny(view: CutView, asked: readonly string[]): Promise<readonly Worded[]> {
  const { client, schema, cut } = view;
  const { rows } = await client.query<Worded>(
    `SELECT instrument_id AS id, words FROM ${schema}.instruments
      WHERE words LIKE ANY($1) AND ($2::bigint IS NULL OR (one_name AND listed_at <= $2))`,
    [asked.map(patternOf), cut?.asRecorded ?? null],
  );
  if (cut === undefined) return rows;
  const renamed = await renamedThen(view);
  return [...rows, ...renamed.map((one) => ({ id: one.instrumentId, words: wordsOfInstrument(one) }))];
}
