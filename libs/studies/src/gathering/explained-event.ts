import { benchmarkOn, type Known } from '@streakline/dossiers';
import type { ScreenName, ScreenPolicies, Suspicion } from '@streakline/event-study';
import type { StudyRequest } from '../request/study-request';
import type { EventTraits } from '../selection/event-traits';
import type { SelectedEvent } from '../selection/selected-tapes';
import type { FactorColumns } from './factor-columns';
import type { LeftOutEvent } from './gathered-study';

/** A selected event with a day 0 and the factors that explain it. */
export interface ExplainedEvent {
  readonly traits: EventTraits;
  /** Ordinal on the instrument's exchange. */
  readonly day0: number;
  /** Which factors: the same text, the same columns. */
  readonly factorKey: string;
  readonly factors: readonly Float64Array[];
  /** That its day 0 is assumed, where that is only said. */
  readonly suspicion: Suspicion | null;
}

/** Finds each event's factors; what has none, or no day 0, is left out by name, since there is nothing to compute. */
export async function explainedEvents(
  known: Known,
  selected: readonly SelectedEvent[],
  columns: FactorColumns,
  request: StudyRequest,
  policies: ScreenPolicies,
): Promise<{ readonly explained: readonly ExplainedEvent[]; readonly leftOut: readonly LeftOutEvent[] }> {
  const explained: ExplainedEvent[] = [];
  const leftOut: LeftOutEvent[] = [];
  for (const one of selected) {
    const event = await explainedEvent(known, one, columns, request, policies);
    if ('day0' in event) explained.push(event);
    else leftOut.push(event);
  }
  return { explained, leftOut };
}

async function explainedEvent(
  known: Known,
  { happening: { dayZero, day0Ordinal }, traits }: SelectedEvent,
  columns: FactorColumns,
  request: StudyRequest,
  policies: ScreenPolicies,
): Promise<ExplainedEvent | LeftOutEvent> {
  if (dayZero === null || day0Ordinal === null) return outsideCalendar(known, traits);
  const suspicion = traits.assumed ? assumedDay0(traits, policies.assumedDay0) : null;
  if (suspicion?.policy === 'exclude') return { traits, suspicions: [suspicion] };
  const ids = factorIds(known, dayZero.day0, request);
  if (ids === null) return without(traits, 'noBenchmark', `No benchmark is in force on ${dayZero.day0}.`, {});
  const factors: Float64Array[] = [];
  for (const id of ids) {
    const column = await columns.column(id, known.table);
    if (column === null) return without(traits, 'noBenchmark', `Nothing is known of ${id}.`, { instrument: id });
    factors.push(column);
  }
  return { traits, day0: day0Ordinal, factorKey: ids.join(), factors, suspicion };
}

/** The benchmark, then the other factors; null where there is no benchmark. */
function factorIds(
  known: Known,
  day0: string,
  { model, benchmark, factors = [] }: StudyRequest,
): readonly string[] | null {
  if (model === 'meanAdjusted') return [];
  const market = benchmark ?? benchmarkOn(known, 'market', day0);
  return market === null ? null : [market, ...factors];
}

function outsideCalendar({ exchange }: Known, traits: EventTraits): LeftOutEvent {
  const { from, to } = exchange.coverage;
  return without(traits, 'outsideCalendar', `Day 0 lies outside the calendar of ${exchange.mic}, ${from} to ${to}.`, {
    ...{ from, to },
  });
}

function without(
  traits: EventTraits,
  screen: ScreenName,
  detail: string,
  evidence: Suspicion['evidence'],
): LeftOutEvent {
  return { traits, suspicions: [suspicionOf(traits, screen, 'exclude', detail, evidence)] };
}

function assumedDay0(traits: EventTraits, policy: ScreenPolicies['assumedDay0']): Suspicion | null {
  if (policy === 'ignore') return null;
  const detail = `Only the date of the announcement is known: day 0 is assumed to be ${traits.day0}.`;
  return suspicionOf(traits, 'assumedDay0', policy, detail, {});
}

function suspicionOf(
  { event, instrumentId }: EventTraits,
  screen: ScreenName,
  policy: Suspicion['policy'],
  detail: string,
  evidence: Suspicion['evidence'],
): Suspicion {
  return { event, firm: instrumentId, screen, policy, days: [], windows: null, evidence, detail };
}
