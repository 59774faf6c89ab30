import type { CutView } from '../cut-view';
import { renamedThen } from '../renamed-then';
import { mustHaveWords } from '../search-for';
import type { Tapes } from '../tapes';
import { askedWords, hasWord, patternOf } from '../words';
import { instrumentsAt } from './instruments-at';
import type { InstrumentAnswer } from './instruments.answers';
import { instrumentAnswers } from './instruments.reader';
import { type DirectoryEntry, wordsOfInstrument } from './instruments.rows';

/** Place among what was found: how well it fits (0: the ticker itself; 1: its beginning; 2: other words), symbol, exchange, id. */
export type FoundPlace = readonly [fit: number, symbol: string, mic: string, id: string];

export interface FoundInstrument {
  readonly place: FoundPlace;
  readonly instrument: InstrumentAnswer;
}

/**
 * Instruments that have every word asked for among their symbols (former ones too), exchanges and names, the best fit first.
 *
 * @throws ProblemException 503 while read models without words serve
 */
export async function findInstruments(
  view: CutView,
  tapes: Tapes,
  query: string,
  after: FoundPlace | null,
  limit: number,
): Promise<readonly FoundInstrument[]> {
  mustHaveWords(view);
  const words = askedWords(query);
  if (words.length === 0) return [];
  const found = [...(await readFound(view, words)), ...(await renamedFound(view, words))];
  const page = found
    .map((entry): Placed => ({ entry, place: [fitOf(entry, query), entry.symbol, entry.mic, entry.id] }))
    .filter(({ place }) => after === null || inOrder(place, after) > 0)
    .sort((a, b) => inOrder(a.place, b.place))
    .slice(0, limit);
  const ids = page.map(({ entry }) => entry.id);
  const instruments = view.cut ? await instrumentsAt(view, tapes, ids) : await readEntries(view, ids);
  return instruments.map((instrument, i) => ({ place: page[i]!.place, instrument }));
}

type Named = Pick<DirectoryEntry, 'id' | 'symbol' | 'mic'>;
interface Placed {
  readonly entry: Named;
  readonly place: FoundPlace;
}

/** At a cut only those whose row tells what they were called then. */
async function readFound({ client, schema, cut }: CutView, words: readonly string[]): Promise<readonly Named[]> {
  const { rows } = await client.query<Named>(
    `SELECT instrument_id AS id, symbol, mic FROM ${schema}.instruments
      WHERE words LIKE ALL($1) AND ($2::bigint IS NULL OR (one_name AND listed_at <= $2))`,
    [words.map(patternOf), cut?.asRecorded ?? null],
  );
  return rows;
}

async function renamedFound(view: CutView, words: readonly string[]): Promise<readonly Named[]> {
  if (view.cut === undefined) return [];
  return (await renamedThen(view)).flatMap((identity) => {
    const own = wordsOfInstrument(identity);
    const { symbol, mic } = identity.names[identity.names.length - 1]!;
    return words.every((word) => hasWord(own, word)) ? [{ id: identity.instrumentId, symbol, mic }] : [];
  });
}

async function readEntries(view: CutView, ids: readonly string[]): Promise<readonly InstrumentAnswer[]> {
  const { rows } = await view.client.query<DirectoryEntry>(
    `SELECT instrument_id AS id, symbol, mic, name, currency, details FROM ${view.schema}.instruments
      WHERE instrument_id = ANY($1) ORDER BY array_position($1, instrument_id)`,
    [ids],
  );
  return instrumentAnswers(view, rows);
}

function fitOf({ symbol, mic }: Named, query: string): number {
  const [typed, ticker] = [query.trim().toUpperCase(), symbol.toUpperCase()];
  if (ticker === typed || `${mic}:${ticker}` === typed) return 0;
  return ticker.startsWith(typed) || `${mic}:${ticker}`.startsWith(typed) ? 1 : 2;
}

function inOrder(a: FoundPlace, b: FoundPlace): number {
  for (const i of [0, 1, 2, 3] as const) if (a[i] !== b[i]) return a[i] < b[i] ? -1 : 1;
  return 0;
}
