import type { PackedInstrument } from '@streakline/backtest';
import { knownBy } from '@streakline/dossiers';
import { isRefusal, readDigests, readRecordedTimes } from '@streakline/event-store';
import type { ReadView } from '@streakline/projections';
import { dossierOf, readFacts, resolveRef } from '@streakline/read-models';
import { RunError } from '../run-error';
import { shareMarket, type SharedMarket } from './shared-market';

/** Which instruments a market holds, and up to where. */
export interface MarketSelection {
  /** Refs (MIC:SYMBOL) or ids; null or left out: every instrument on record. */
  readonly universe?: readonly string[] | null | undefined;
  /** Ref or id of an instrument to compare with; loaded beside the universe, as all benchmarks of its instruments are. */
  readonly benchmark?: string | null | undefined;
  /** Left out: that of the view. */
  readonly position?: number | undefined;
}

export interface LoadProgress {
  readonly phase: 'loading';
  readonly done: number;
  readonly total: number;
}

/** Instruments read by one query: enough to be fast, few enough to tell the progress. */
const BATCH = 50;

/**
 * Reads the facts of instruments from the read models into memory that threads share.
 *
 * @throws RunError `unknownInstrument`, `emptyMarket`, `positionUnknown`
 * @example
 * const market = await readSide.read({}, (view) => loadMarket(view, { universe: ['XNAS:AMZN'] }));
 */
export async function loadMarket(view: ReadView, selection: MarketSelection = {}): Promise<SharedMarket> {
  const steps = loadingSteps(view, selection);
  for (;;) {
    const step = await steps.next();
    if (step.done === true) return step.value;
  }
}

/** As {@link loadMarket}, telling how far it is. */
export async function* loadingSteps(
  view: ReadView,
  selection: MarketSelection,
): AsyncGenerator<LoadProgress, SharedMarket, void> {
  const { universe, benchmark, position = view.position } = selection;
  if (position > view.position) throw beyond(position, view.position);
  const named = await idsOf(view, benchmark === null || benchmark === undefined ? [] : [benchmark]);
  const ids = universe === null || universe === undefined ? await allIds(view) : await idsOf(view, universe);
  const facts = yield* readAll(view, [...new Set([...ids, ...named])]);
  const here = new Set(facts.map(({ instrumentId }) => instrumentId));
  const assigned = facts.flatMap((one) => benchmarksOf(one, position)).filter((id) => !here.has(id));
  const all = [...facts, ...(yield* readAll(view, [...new Set(assigned)].sort()))];
  if (all.length === 0) {
    throw new RunError('emptyMarket', 'no instrument is on record: list some, and deliver their bars');
  }
  const loaded = all.map(({ instrumentId }) => instrumentId);
  return shareMarket(position, all, {
    recorded: await readRecordedTimes(view.client, loaded, position),
    digests: await readDigests(view.client, loaded, position),
    benchmarks: new Map(all.map((one) => [one.instrumentId, benchmarksOf(one, position)])),
  });
}

async function* readAll(
  view: ReadView,
  ids: readonly string[],
): AsyncGenerator<LoadProgress, readonly PackedInstrument[], void> {
  const all: PackedInstrument[] = [];
  for (let done = 0; done < ids.length; done += BATCH) {
    yield { phase: 'loading', done, total: ids.length };
    const facts = await readFacts(view.client, view.schema, ids.slice(done, done + BATCH));
    for (const [instrumentId, years] of facts) all.push({ instrumentId, years });
  }
  return all;
}

/** All that an instrument was ever assigned, whenever it was known: the replay looks at them as they were known then. */
function benchmarksOf({ instrumentId, years }: PackedInstrument, asRecorded: number): readonly string[] {
  const small = years.filter(({ year }) => year === 0).map(({ packed }) => ({ year: 0, position: 0, packed }));
  const known = knownBy(dossierOf(instrumentId, small), { asRecorded });
  return [...new Set((known?.benchmarks ?? []).map(({ benchmarkId }) => benchmarkId))].sort();
}

async function allIds({ client, schema }: ReadView): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT instrument_id AS id FROM ${schema}.instruments ORDER BY instrument_id`,
  );
  return rows.map(({ id }) => id);
}

async function idsOf(view: ReadView, refs: readonly string[]): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const ref of refs) {
    const id = await resolveRef(view, ref);
    if (isRefusal(id)) throw new RunError('unknownInstrument', id.detail);
    ids.push(id);
  }
  return ids;
}

function beyond(position: number, reached: number): RunError {
  return new RunError(
    'positionUnknown',
    `there is no position ${position} in the read models: they have reached ${reached}; leave it out for that one`,
  );
}
