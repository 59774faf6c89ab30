import type { Run } from '@streakline/dossiers';
import type { CutView } from '../cut-view';
import type { InstrumentBrief } from '../tape-digest';
import { zoneOf } from '../zone-of';

/** A run in force, and whose it is. */
export interface InForce {
  readonly instrument: InstrumentBrief;
  readonly run: Run;
}

interface InForceRow extends Omit<InstrumentBrief, 'ref' | 'timeZone'> {
  readonly run: Run;
}

/** The runs in force at present, in no order; of instruments that were delisted none. */
export async function readInForce(
  { client, schema }: CutView,
  direction: string | undefined,
  minLength: number,
): Promise<readonly InForce[]> {
  // The newest run of each tape first, and only then what must be read out of JSON.
  const { rows } = await client.query<InForceRow>(
    `WITH newest AS MATERIALIZED (
       SELECT instrument_id, symbol, mic, name, currency, details, streak.*
         FROM ${schema}.instruments JOIN LATERAL (
           SELECT run, length, direction FROM ${schema}.price_streaks AS streak
            WHERE streak.instrument_id = instruments.instrument_id ORDER BY start DESC LIMIT 1
         ) AS streak ON true
        WHERE streak.length >= $1 AND ($2::text IS NULL OR streak.direction = $2))
     SELECT instrument_id AS id, symbol, mic, name, currency, run FROM newest
      WHERE (run->>'inForce')::boolean AND details->>'delisting' IS NULL`,
    [minLength, direction ?? null],
  );
  return rows.map(({ run, symbol, mic, ...instrument }) => ({
    instrument: { ...instrument, symbol, mic, ref: `${mic}:${symbol}`, timeZone: zoneOf(mic) },
    run,
  }));
}

/** Every instrument that was on record at the view's cut. */
export async function readListedThen({ client, schema, cut }: CutView): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT instrument_id AS id FROM ${schema}.instruments WHERE listed_at <= $1`,
    [cut?.asRecorded],
  );
  return rows.map(({ id }) => id);
}
