import {
  barOn,
  capColumnsOf,
  firstBarFrom,
  happeningsOf,
  type Known,
  runSpansOf,
  streakPartOf,
} from '@streakline/dossiers';
import type { Refusal } from '@streakline/event-store';
import type { StudyProgress } from '@streakline/event-study';
import type { ReadView } from '@streakline/projections';
import type { StreakTape } from '@streakline/streak-statistics';
import { sessionDays } from '../gathering/session-days';
import { cutOf } from '../request/as-of';
import { NOTHING_SELECTED } from '../selection/nothing-selected';
import { type SelectedEvent, type SelectedTape, selectedTapes } from '../selection/selected-tapes';
import type { GatheredStreaks, StreakEvent, StreakScreen } from './gathered-streaks';
import type { StreakStudyRequest } from './streak-study-request';

/**
 * Gathers the tapes of a streak study (its refs resolved) out of facts at rest cut at a position, and at the
 * request's `asOf`: the same, whatever was
 * recorded since. Goes instrument by instrument and yields after each; memory grows with the selection. A selection that
 * selects nothing is a refusal.
 */
export async function* gatherStreaks(
  view: ReadView,
  request: StreakStudyRequest,
  position: number,
): AsyncGenerator<StudyProgress, GatheredStreaks | Refusal, void> {
  const { selection } = request;
  const tapes: StreakTape[] = [];
  const events: StreakEvent[] = [];
  for await (const selected of selectedTapes(view, selection, cutOf(request, position))) {
    if (selected.selected.length > 0) {
      const { tape, events: its } = gatherTape(selected, selection.includeAssumed);
      tapes.push(tape);
      for (const event of its) events.push(event);
    }
    yield selected.progress;
  }
  return events.length === 0 ? NOTHING_SELECTED : { position, tapes, events };
}

function gatherTape(
  { known, selected }: SelectedTape,
  includeAssumed: boolean,
): { readonly tape: StreakTape; readonly events: readonly StreakEvent[] } {
  const studied = new Set<number>();
  const events = selected.map((one): StreakEvent => {
    const place = one.happening.day0Ordinal === null ? -1 : barOn(known, one.happening.day0Ordinal);
    const leftOut = screenOf(one, place, studied, includeAssumed);
    if (leftOut === null) studied.add(place);
    return { traits: one.traits, leftOut, part: leftOut === null ? streakPartOf(known, place) : null };
  });
  return { tape: tapeOf(known, studied), events };
}

function screenOf(
  { happening, traits }: SelectedEvent,
  place: number,
  studied: ReadonlySet<number>,
  includeAssumed: boolean,
): StreakScreen | null {
  if (happening.day0Ordinal === null) return 'outsideCalendar';
  if (traits.assumed && !includeAssumed) return 'assumedDay0';
  if (place < 0) return 'noBarOnDay0';
  if (place === 0) return 'noBase';
  return studied.has(place) ? 'sameDay0' : null;
}

function tapeOf(known: Known, studied: ReadonlySet<number>): StreakTape {
  const { spans, spanOf } = runSpansOf(known);
  const dayOf = sessionDays(known.table);
  return {
    instrument: known.instrumentId,
    days: known.ordinals.map((ordinal) => dayOf[ordinal]!),
    signs: Int8Array.from(spanOf, (span) => spans[span]?.sign ?? 0),
    values: known.value,
    marketCaps: capColumnsOf(known).marketCap,
    studied: [...studied].sort((a, b) => a - b),
    // Guessed day 0s among them: a session that may have been one is no ordinary session.
    announced: happeningsOf(known).flatMap(({ day0Ordinal }) =>
      day0Ordinal === null ? [] : [placeOf(known, day0Ordinal)],
    ),
  };
}

/** On the tape, or as many sessions before or after it as the calendar says: windows from there may reach into it, or not. */
function placeOf(known: Known, ordinal: number): number {
  const { ordinals } = known;
  const last = ordinals.length - 1;
  if (last < 0) return ordinal;
  if (ordinal < ordinals[0]!) return ordinal - ordinals[0]!;
  return ordinal > ordinals[last]! ? last + ordinal - ordinals[last]! : firstBarFrom(known, ordinal);
}
