import type { ReadView } from '@streakline/projections';
import { type NameOn, readNames } from '../instrument-refs';
import type { CutView } from '../cut-view';
import { zoneOf } from '../zone-of';
import type { DirectoryEntry } from './instruments.rows';
import type { InstrumentAnswer } from './instruments.answers';

const COLUMNS = 'instrument_id AS id, symbol, mic, name, currency, details';

/** Place in the directory: symbol, exchange, id. */
export type DirectoryPlace = readonly [symbol: string, mic: string, id: string];

/** Instruments by symbol, after a place in the directory. */
export async function readInstruments(
  view: ReadView,
  after: DirectoryPlace | null,
  limit: number,
): Promise<readonly InstrumentAnswer[]> {
  const { rows } = await view.client.query<DirectoryEntry>(
    `SELECT ${COLUMNS} FROM ${view.schema}.instruments
      WHERE $1::text IS NULL OR (symbol, mic, instrument_id) > ($1, $2, $3)
      ORDER BY symbol, mic, instrument_id LIMIT $4`,
    [...(after ?? [null, null, null]), limit],
  );
  return instrumentAnswers(view, rows);
}

export async function readInstrument(view: ReadView, instrumentId: string): Promise<InstrumentAnswer | undefined> {
  const { rows } = await view.client.query<DirectoryEntry>(
    `SELECT ${COLUMNS} FROM ${view.schema}.instruments WHERE instrument_id = $1`,
    [instrumentId],
  );
  return (await instrumentAnswers(view, rows))[0];
}

/** Entries as they are told, with the names of their benchmarks. */
export async function instrumentAnswers(
  view: CutView,
  rows: readonly DirectoryEntry[],
): Promise<readonly InstrumentAnswer[]> {
  const benchmarks = rows.flatMap(({ details }) => details.benchmarks.map(({ instrumentId }) => instrumentId));
  const nameOn = await readNames(view, benchmarks);
  return rows.map((row) => answerOf(row, nameOn));
}

function answerOf({ details, ...row }: DirectoryEntry, nameOn: NameOn): InstrumentAnswer {
  const benchmarks = details.benchmarks.map(({ instrumentId, role, from }) => ({
    instrument: nameOn(instrumentId, null),
    instrumentId,
    role,
    from,
  }));
  const { sectors = [], distributions = [], halts = [], delisting = null, scheduled = [] } = details;
  const { shareClasses = [], units = [] } = details;
  const facts = { sectors, shareClasses, units, distributions, halts, delisting, scheduled };
  const { mic, symbol } = row;
  return { ...row, ref: `${mic}:${symbol}`, timeZone: zoneOf(mic), ...details, benchmarks, ...facts };
}
