import { isInstrumentId } from '@streakline/events';
import { refuse, type Refusal } from '@streakline/event-store';
import type { ReadView } from '@streakline/projections';
import type { CutView } from './cut-view';
import { identitiesAt } from './identity-at';

/**
 * The instrument that a ref names: its id, or MIC:SYMBOL, whose present holder it is, else the last that held it; at a
 * cut, by the names as they were known there. A ref that names nothing is a refusal.
 */
export async function resolveRef(view: CutView, ref: string): Promise<string | Refusal> {
  const id = isInstrumentId(ref) ? await listedId(view, ref) : await holderOf(view, ref);
  return id ?? (view.cut === undefined ? unknownInstrument(ref) : unknownThen(ref, view.cut.asRecorded));
}

export function unknownInstrument(ref: string): Refusal {
  return refuse(
    'notFound',
    'unknownInstrument',
    `No instrument on record is called "${ref}". Use MIC:SYMBOL, such as XNAS:AMZN, or an id, and list it first by POST /v1/instruments.`,
  );
}

function unknownThen(ref: string, position: number): Refusal {
  return refuse(
    'notFound',
    'unknownInstrument',
    `No instrument was on record as "${ref}" at the moment asked for (position ${position}). It may have been listed or renamed later: ask for a later moment, or by its id.`,
  );
}

async function listedId(view: CutView, id: string): Promise<string | undefined> {
  if (view.cut !== undefined) return [...(await identitiesAt(view, [id])).keys()][0];
  const { rows } = await view.client.query<{ id: string }>(
    `SELECT instrument_id AS id FROM ${view.schema}.instruments WHERE instrument_id = $1`,
    [id],
  );
  return rows[0]?.id;
}

async function holderOf(view: CutView, ref: string): Promise<string | undefined> {
  const [mic, symbol, ...rest] = ref.split(':');
  if (mic === undefined || symbol === undefined || rest.length > 0) return undefined;
  if (view.cut !== undefined) return holderAt(view, mic, symbol);
  const { rows } = await view.client.query<{ id: string }>(
    `SELECT instrument_id AS id FROM ${view.schema}.symbols WHERE mic = $1 AND symbol = $2
      ORDER BY valid_until DESC NULLS FIRST, valid_from DESC NULLS LAST, instrument_id LIMIT 1`,
    [mic, symbol],
  );
  return rows[0]?.id;
}

/** How long a name was an instrument's. */
interface Holding {
  readonly id: string;
  readonly from: string | null;
  readonly until: string | null;
}

async function holderAt(view: CutView, mic: string, symbol: string): Promise<string | undefined> {
  const { rows } = await view.client.query<{ id: string }>(
    `SELECT instrument_id AS id FROM ${view.schema}.symbol_holders WHERE mic = $1 AND symbol = $2`,
    [mic, symbol],
  );
  const identities = await identitiesAt(
    view,
    rows.map(({ id }) => id),
  );
  const holdings = [...identities.values()].flatMap(({ instrumentId, names }) =>
    names.flatMap((name, place): readonly Holding[] => {
      if (name.mic !== mic || name.symbol !== symbol) return [];
      return [{ id: instrumentId, from: name.from, until: names[place + 1]?.from ?? null }];
    }),
  );
  return holdings.sort(lastHolderFirst)[0]?.id;
}

/** The order of the statement above: without end first, then by end and by beginning, the later first, then by id. */
function lastHolderFirst(a: Holding, b: Holding): number {
  const [untilA, untilB] = [a.until ?? '~', b.until ?? '~'];
  if (untilA !== untilB) return untilA > untilB ? -1 : 1;
  const [fromA, fromB] = [a.from ?? '', b.from ?? ''];
  if (fromA !== fromB) return fromA > fromB ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** Gives the MIC:SYMBOL of instruments on a date; the id itself where nothing is listed under it. */
export type NameOn = (instrumentId: string, date: string | null) => string;

interface SymbolSpan {
  readonly name: string;
  readonly from: string | null;
}

/** Looks up all names of some instruments at once. Without a date, a name is the present one (at a cut: the one present then). */
export async function readNames(view: CutView, instrumentIds: readonly string[]): Promise<NameOn> {
  const spans = await (view.cut === undefined ? presentSpans(view, instrumentIds) : spansAt(view, instrumentIds));
  return (instrumentId, date) => {
    const ofInstrument = spans.get(instrumentId) ?? [];
    const inForce = ofInstrument.findLast(({ from }) => date === null || from === null || from <= date);
    return (inForce ?? ofInstrument[0])?.name ?? instrumentId;
  };
}

type Spans = ReadonlyMap<string, readonly SymbolSpan[]>;

async function presentSpans({ client, schema }: ReadView, instrumentIds: readonly string[]): Promise<Spans> {
  const { rows } = await client.query<SymbolSpan & { id: string }>(
    `SELECT instrument_id AS id, mic || ':' || symbol AS name, valid_from::text AS from
       FROM ${schema}.symbols WHERE instrument_id = ANY($1) ORDER BY instrument_id, place`,
    [[...new Set(instrumentIds)]],
  );
  const spans = new Map<string, SymbolSpan[]>();
  for (const { id, name, from } of rows) {
    const ofInstrument = spans.get(id);
    if (ofInstrument) ofInstrument.push({ name, from });
    else spans.set(id, [{ name, from }]);
  }
  return spans;
}

async function spansAt(view: CutView, instrumentIds: readonly string[]): Promise<Spans> {
  const identities = await identitiesAt(view, instrumentIds);
  const spansOf = ({ names }: { names: readonly { mic: string; symbol: string; from: string | null }[] }) =>
    names.map(({ mic, symbol, from }) => ({ name: `${mic}:${symbol}`, from }));
  return new Map([...identities].map(([id, identity]) => [id, spansOf(identity)]));
}
