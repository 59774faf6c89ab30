import type { InstrumentId, NewEvent } from '@streakline/events';
import { type Decider, type Fault, refuseFor } from '@streakline/event-store';
import { afterDelistingFault, type InstrumentState } from '@streakline/instruments';
import type { Exchange } from '@streakline/market-time';
import type { Basis } from '../bars/bar';
import { barOn, type KnownBars, knownBarsFold } from '../bars/known-bars';
import type { SplitRatio } from '../bars/split-scale';
import { type BarGroup, recordedEvents, revisedEvents } from './bars-events';
import { faultsOfDelivery } from './check-delivery';
import type { BarBody, RecordBarsBody } from './record-bars.command';
import { type SaidBar, type Verdict, weighBar } from './weigh-bar';

export interface DeliveryToDecide {
  readonly instrumentId: InstrumentId;
  readonly said: RecordBarsBody;
  readonly exchange: Exchange;
  /** All that are on record: they put bars of different bases side by side. */
  readonly splits: readonly SplitRatio[];
  /** The instrument's, where it was delisted: no bar comes after its last session. */
  readonly delistings: InstrumentState['delistings'];
  /** Epoch milliseconds. */
  readonly now: number;
}

/** A bar of the delivery, its place in it, and what it is. */
interface Weighed {
  readonly index: number;
  readonly session: string;
  readonly verdict: Verdict;
  /** When the bar that stands on record was published; epoch milliseconds. */
  readonly knownSince: number | undefined;
}

export const recordBarsDecider: Decider<KnownBars, DeliveryToDecide> = {
  ...knownBarsFold,
  decide(command, state) {
    const invalid = faultsOfDelivery(command.said, command.exchange, command.now);
    if (invalid.length > 0) return refuseFor('invalid', invalid, 'invalidBars');
    const weighed = weigh(command, state);
    const conflicts = weighed.flatMap((bar) => [...conflictsOf(bar, command.said), ...lateFaults(bar, command)]);
    return conflicts.length > 0 ? refuseFor('conflict', conflicts, 'barsConflict') : eventsOf(command, weighed);
  },
};

/** What the bars of a delivery came to, one by one. */
export interface BarByBar {
  readonly events: readonly NewEvent[];
  /** Bars that are not taken, by their place in the delivery: each with all that is wrong with it. */
  readonly refused: ReadonlyMap<number, readonly Fault[]>;
  /** What is wrong with the delivery as a whole (its basis, its moment): then no bar is taken. */
  readonly ofDelivery: readonly Fault[];
  readonly counts: { readonly recorded: number; readonly revised: number; readonly known: number };
}

/**
 * The same decision as the decider's, for a delivery of which the good bars are wanted although others are not: bars
 * with a fault are left out and named. What is decided of each bar that is taken is what the decider would have decided.
 */
export function decideBarByBar(command: DeliveryToDecide, state: KnownBars): BarByBar {
  const refused = new Map<number, Fault[]>();
  const ofDelivery: Fault[] = [];
  const sort = (fault: Fault) => {
    const index = barIndexOf(fault);
    if (index === undefined) ofDelivery.push(fault);
    else refused.set(index, [...(refused.get(index) ?? []), fault]);
  };
  faultsOfDelivery(command.said, command.exchange, command.now).forEach(sort);
  const weighed = weigh(command, state, refused);
  const isOpen = command.delistings.length === 0;
  const taken = weighed.filter((bar) => {
    if (isOpen && bar.verdict.is === 'new') return true;
    const faults = [...conflictsOf(bar, command.said), ...lateFaults(bar, command)];
    if (faults.length > 0) refused.set(bar.index, faults);
    return faults.length === 0;
  });
  const none = { recorded: 0, revised: 0, known: 0 };
  if (ofDelivery.length > 0) return { events: [], refused, ofDelivery, counts: none };
  return { events: taken.length === 0 ? [] : eventsOf(command, taken), refused, ofDelivery, counts: countsOf(taken) };
}

/** The place that a pointer such as /bars/12/close names. */
function barIndexOf({ pointer }: Fault): number | undefined {
  const [, list, index] = pointer.split('/');
  return list === 'bars' ? Number(index) : undefined;
}

function countsOf(taken: readonly Weighed[]): BarByBar['counts'] {
  const counts = { recorded: 0, revised: 0, known: 0 };
  for (const { verdict } of taken) {
    if (verdict.is === 'known') counts.known += 1;
    else if (verdict.is === 'revision') counts.revised += 1;
    else counts.recorded += 1;
  }
  return counts;
}

/** The position at which the last of the delivery's bars was said; undefined where one was not. */
export function deliverySaidAt({ bars }: RecordBarsBody, state: KnownBars): number | undefined {
  const positions = bars.map(({ session }) => barOn(state, session)?.position ?? Number.NaN);
  const last = positions.reduce((latest, position) => Math.max(latest, position), 0);
  return Number.isNaN(last) ? undefined : last;
}

function weigh(
  { said, splits }: DeliveryToDecide,
  state: KnownBars,
  leftOut?: ReadonlyMap<number, unknown>,
): readonly Weighed[] {
  const last = said.bars.reduce((latest, { session }) => (session > latest ? session : latest), '');
  const basisAsOf: Basis = said.basis === 'raw' ? null : (said.basisAsOf ?? last);
  const weighed: Weighed[] = [];
  for (const [index, bar] of said.bars.entries()) {
    if (leftOut?.has(index) === true) continue;
    const known = barOn(state, bar.session);
    const before = { revises: said.revises === true, superseded: state.superseded.get(bar.session) ?? [] };
    const verdict = weighBar(onBasis(bar, basisAsOf), known, splits, before);
    weighed.push({ index, session: bar.session, verdict, knownSince: known?.knownAt ?? undefined });
  }
  return weighed.sort((one, other) => (one.session < other.session ? -1 : 1));
}

/** Written out: a spread would cost as much as all the rest of a bar's decision. */
function onBasis({ session, open, high, low, close, volume }: BarBody, basisAsOf: Basis): SaidBar {
  return { session, basisAsOf, open, high, low, close, volume };
}

function conflictsOf(
  { index, session, verdict, knownSince }: Weighed,
  { knownAt, revises }: RecordBarsBody,
): readonly Fault[] {
  if (verdict.is === 'contradiction') {
    const mend =
      revises === true
        ? 'Send the figures that go with it, too.'
        : 'Send "revises": true if the delivery replaces what is on record.';
    return verdict.faults.map(({ field, detail }) => ({
      code: 'barContradicts',
      pointer: `/bars/${index}/${field}`,
      detail: `${session}: ${detail}. ${mend}`,
    }));
  }
  const outdated =
    verdict.is === 'revision' && knownAt !== undefined && knownSince !== undefined && Date.parse(knownAt) < knownSince;
  if (!outdated) return [];
  const detail = `${session}: what is on record was published at ${new Date(knownSince).toISOString()}, after ${knownAt}. Revisions are recorded oldest first.`;
  return [{ code: 'revisionOutOfOrder', pointer: '/knownAt', detail }];
}

/** What is on record already may be said again, and revised. */
function lateFaults({ index, session, verdict }: Weighed, command: DeliveryToDecide): readonly Fault[] {
  if (verdict.is !== 'new') return [];
  return [afterDelistingFault(`/bars/${index}/session`, session, 'A bar', command)].filter(
    (fault) => fault !== undefined,
  );
}

/**
 * A revising delivery may bring sessions of which nothing was known: those are recorded beside, as any other bar,
 * because nobody was told anything else before.
 */
function eventsOf(command: DeliveryToDecide, weighed: readonly Weighed[]): readonly NewEvent[] {
  const { instrumentId, said, exchange } = command;
  const knownAt = said.knownAt === undefined ? undefined : Date.parse(said.knownAt);
  const recorded = new Map<string, BarGroup & { readonly bars: SaidBar[] }>();
  const revised: SaidBar[] = [];
  let group: (BarGroup & { readonly bars: SaidBar[] }) | undefined;
  for (const { verdict, knownSince } of weighed) {
    if (verdict.is === 'revision') revised.push(verdict.bar);
    if (verdict.is !== 'new' && verdict.is !== 'fuller') continue;
    // Never before what it joins: the later knownAt is the one that counts.
    const since = verdict.is === 'fuller' && knownSince !== undefined ? Math.max(knownSince, knownAt ?? 0) : knownAt;
    const { basisAsOf } = verdict.bar;
    // Nearly always that of the bar before: a key a bar would be a text a bar.
    if (group?.basisAsOf !== basisAsOf || group.knownAt !== since) {
      const key = `${basisAsOf} ${since}`;
      group = recorded.get(key) ?? { instrumentId, source: said.source, basisAsOf, knownAt: since, bars: [] };
      recorded.set(key, group);
    }
    group.bars.push(verdict.bar);
  }
  const ofRevised = revisedEvents({
    instrumentId,
    source: said.source,
    basisAsOf: revised[0]?.basisAsOf ?? null,
    knownAt,
    bars: revised,
  });
  return [...[...recorded.values()].flatMap((group) => recordedEvents(group, exchange)), ...ofRevised];
}
