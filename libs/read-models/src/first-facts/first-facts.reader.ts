import type { Refusal } from '@streakline/event-store';
import { refuseMoment } from '@streakline/web-api';
import type { CutView } from '../cut-view';

/** A date begins in UTC+14 before it does anywhere else. */
const EAST_MS = 14 * 3_600_000;

/** The refusal of an `asOf` at which nothing on record by then was public yet, which says from when on something was. */
export async function refuseBeforeFirstFact({ client, schema, cut }: CutView): Promise<Refusal | null> {
  if (cut === undefined || cut.asOf === Infinity) return null;
  const { rows } = await client.query<{ date: string }>(
    `SELECT date::text AS date FROM ${schema}.first_facts WHERE position <= $1 ORDER BY date LIMIT 1`,
    [cut.asRecorded],
  );
  const first = rows[0]?.date;
  if (first === undefined) return null;
  const since = Date.parse(first) - EAST_MS;
  if (cut.asOf >= since) return null;
  const detail = `Nothing on record was public at ${new Date(cut.asOf).toISOString()}: the first fact is of ${first}. Ask for ${new Date(since).toISOString()} or later.`;
  return refuseMoment('asOf', 'asOfBeforeFirstFact', detail);
}
