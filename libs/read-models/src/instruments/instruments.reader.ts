import type { ReadView } from '@streakline/projections';
import { type NameOn, readNames } from '../instrument-refs';
import type { InstrumentDetails } from './instruments.rows';
import type { InstrumentAnswer } from './instruments.answers';

interface InstrumentRow {
  readonly id: string;
  readonly symbol: string;
  readonly mic: string;
  readonly name: string;
  readonly currency: string;
  readonly details: InstrumentDetails;
}

const COLUMNS = 'instrument_id AS id, symbol, mic, name, currency, details';

/** Place in the directory: symbol, exchange, id. */
export type DirectoryPlace = readonly [symbol: string, mic: string, id: string];

/** Instruments by symbol, after a place in the directory. */
export async function readInstruments(
  view: ReadView,
  after: DirectoryPlace | null,
  limit: number,
): Promise<readonly InstrumentAnswer[]> {
  const { rows } = await view.client.query<InstrumentRow>(
    `SELECT ${COLUMNS} FROM ${view.schema}.instruments
      WHERE $1::text IS NULL OR (symbol, mic, instrument_id) > ($1, $2, $3)
      ORDER BY symbol, mic, instrument_id LIMIT $4`,
    [...(after ?? [null, null, null]), limit],
  );
  return withNames(view, rows);
}

export async function readInstrument(view: ReadView, instrumentId: string): Promise<InstrumentAnswer | undefined> {
  const { rows } = await view.client.query<InstrumentRow>(
    `SELECT ${COLUMNS} FROM ${view.schema}.instruments WHERE instrument_id = $1`,
    [instrumentId],
  );
  return (await withNames(view, rows))[0];
}

async function withNames(view: ReadView, rows: readonly InstrumentRow[]): Promise<readonly InstrumentAnswer[]> {
  const benchmarks = rows.flatMap(({ details }) => details.benchmarks.map(({ instrumentId }) => instrumentId));
  const nameOn = await readNames(view, benchmarks);
  return rows.map((row) => answerOf(row, nameOn));
}

function answerOf({ details, ...row }: InstrumentRow, nameOn: NameOn): InstrumentAnswer {
  const benchmarks = details.benchmarks.map(({ instrumentId, role, from }) => ({
    instrument: nameOn(instrumentId, null),
    instrumentId,
    role,
    from,
  }));
  return { ...row, ref: `${row.mic}:${row.symbol}`, ...details, benchmarks, sectors: details.sectors ?? [] };
}
