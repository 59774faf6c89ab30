import type { CutView } from '../cut-view';
import { renamedThen } from '../renamed-then';
import type { Tapes } from '../tapes';
import type { InstrumentAnswer } from './instruments.answers';
import { type DirectoryPlace, instrumentAnswers } from './instruments.reader';
import { type DirectoryEntry, directoryEntryOf } from './instruments.rows';

/** Tapes in memory at a time. */
const A_READING = 16;

/** Some instruments as the directory showed them at the view's cut, in the order given; one not on record then is left out. */
export async function instrumentsAt(
  view: CutView,
  tapes: Tapes,
  instrumentIds: readonly string[],
): Promise<readonly InstrumentAnswer[]> {
  const entries: DirectoryEntry[] = [];
  for (let start = 0; start < instrumentIds.length; start += A_READING) {
    const ids = instrumentIds.slice(start, start + A_READING);
    const known = await tapes.of(view, ids);
    entries.push(...ids.flatMap((id) => known.get(id) ?? []).map(directoryEntryOf));
  }
  return instrumentAnswers(view, entries);
}

/** A page of the directory at the view's cut. */
export async function listInstrumentsAt(
  view: CutView,
  tapes: Tapes,
  after: DirectoryPlace | null,
  limit: number,
): Promise<readonly InstrumentAnswer[]> {
  const places = [...(await placesOfOneName(view, after, limit)), ...(await placesOfMoreNames(view, after))];
  const page = places.sort(inOrder).slice(0, limit);
  return instrumentsAt(
    view,
    tapes,
    page.map(([, , id]) => id),
  );
}

/** Of instruments that only ever had one name, the rows hold the one they had then. */
async function placesOfOneName(
  { client, schema, cut }: CutView,
  after: DirectoryPlace | null,
  limit: number,
): Promise<readonly DirectoryPlace[]> {
  const { rows } = await client.query<{ symbol: string; mic: string; id: string }>(
    `SELECT symbol, mic, instrument_id AS id FROM ${schema}.instruments
      WHERE one_name AND listed_at <= $1 AND ($2::text IS NULL OR (symbol, mic, instrument_id) > ($2, $3, $4))
      ORDER BY symbol, mic, instrument_id LIMIT $5`,
    [cut?.asRecorded, ...(after ?? [null, null, null]), limit],
  );
  return rows.map(({ symbol, mic, id }) => [symbol, mic, id]);
}

async function placesOfMoreNames(view: CutView, after: DirectoryPlace | null): Promise<readonly DirectoryPlace[]> {
  const places = (await renamedThen(view)).map(({ instrumentId, names }): DirectoryPlace => {
    const { symbol, mic } = names[names.length - 1]!;
    return [symbol, mic, instrumentId];
  });
  return after === null ? places : places.filter((place) => inOrder(place, after) > 0);
}

function inOrder(a: DirectoryPlace, b: DirectoryPlace): number {
  for (const i of [0, 1, 2] as const) if (a[i] !== b[i]) return a[i] < b[i] ? -1 : 1;
  return 0;
}
