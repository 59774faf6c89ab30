import { isInstrumentId } from '@streakline/events';
import { refuse, type Refusal } from '@streakline/event-store';
import type { ReadView } from '@streakline/projections';

/**
 * The instrument that a ref names: its id, or MIC:SYMBOL, whose present holder it is, else the last that held it. A ref
 * that names nothing is a refusal.
 */
export async function resolveRef(view: ReadView, ref: string): Promise<string | Refusal> {
  const id = isInstrumentId(ref) ? await listedId(view, ref) : await holderOf(view, ref);
  return id ?? unknownInstrument(ref);
}

export function unknownInstrument(ref: string): Refusal {
  return refuse(
    'notFound',
    'unknownInstrument',
    `No instrument on record is called "${ref}". Use MIC:SYMBOL, such as XNAS:AMZN, or an id, and list it first by POST /v1/instruments.`,
  );
}

async function listedId({ client, schema }: ReadView, id: string): Promise<string | undefined> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT instrument_id AS id FROM ${schema}.instruments WHERE instrument_id = $1`,
    [id],
  );
  return rows[0]?.id;
}

async function holderOf({ client, schema }: ReadView, ref: string): Promise<string | undefined> {
  const [mic, symbol, ...rest] = ref.split(':');
  if (mic === undefined || symbol === undefined || rest.length > 0) return undefined;
  const { rows } = await client.query<{ id: string }>(
    `SELECT instrument_id AS id FROM ${schema}.symbols WHERE mic = $1 AND symbol = $2
      ORDER BY valid_until DESC NULLS FIRST, valid_from DESC NULLS LAST, instrument_id LIMIT 1`,
    [mic, symbol],
  );
  return rows[0]?.id;
}

/** Gives the MIC:SYMBOL of instruments on a date; the id itself where nothing is listed under it. */
export type NameOn = (instrumentId: string, date: string | null) => string;

interface SymbolSpan {
  readonly id: string;
  readonly name: string;
  readonly from: string | null;
}

/** Looks up all names of some instruments at once. Without a date, a name is the present one. */
export async function readNames({ client, schema }: ReadView, instrumentIds: readonly string[]): Promise<NameOn> {
  const { rows } = await client.query<SymbolSpan>(
    `SELECT instrument_id AS id, mic || ':' || symbol AS name, valid_from::text AS from
       FROM ${schema}.symbols WHERE instrument_id = ANY($1) ORDER BY instrument_id, place`,
    [[...new Set(instrumentIds)]],
  );
  return (instrumentId, date) => {
    const spans = rows.filter(({ id }) => id === instrumentId);
    const inForce = spans.findLast(({ from }) => date === null || from === null || from <= date);
    return (inForce ?? spans[0])?.name ?? instrumentId;
  };
}
