import type { Known } from '@streakline/dossiers';
import type { ScreenedEvent } from '@streakline/event-study';
import { groupLabel } from '../drivers/group-label';
import type { StudyRequest } from '../request/study-request';
import type { ExplainedEvent } from './explained-event';
import { omittedDays } from './omitted-days';
import { otherAnnouncements } from './other-announcements';
import { seriesOf, type TapeRows } from './series-of';

/** The events of one instrument with their rows of returns and all that their screens look at, in the same order. */
export function screenedEvents(
  known: Known,
  events: readonly ExplainedEvent[],
  request: StudyRequest,
): readonly ScreenedEvent[] {
  const rows = rowsOf(known, events, request);
  const others = otherAnnouncements(known, events);
  return events.map((one, i) => {
    const { series, prices, from } = rows[i]!;
    const event = {
      ...{ id: one.traits.event, firm: known.instrumentId, series, day0: one.day0 - from },
      group: request.groupBy === undefined ? null : groupLabel(one.traits, request.groupBy),
      omittedDays: omittedDays(known, one.day0, request.estimation, request.omitFromEstimation),
    };
    return { event, prices, others: others(one, request.event) };
  });
}

/** For each event; those with the same factors share their rows. */
function rowsOf(known: Known, events: readonly ExplainedEvent[], request: StudyRequest): readonly TapeRows[] {
  const placesByFactors = new Map<string, number[]>();
  events.forEach(({ factorKey }, place) => {
    const same = placesByFactors.get(factorKey);
    if (same === undefined) placesByFactors.set(factorKey, [place]);
    else same.push(place);
  });
  const rows: TapeRows[] = [];
  for (const places of placesByFactors.values()) {
    places.sort((a, b) => events[a]!.day0 - events[b]!.day0);
    const day0s = places.map((place) => events[place]!.day0);
    const ofPlaces = seriesOf(known, events[places[0]!]!.factors, day0s, request);
    places.forEach((place, i) => (rows[place] = ofPlaces[i]!));
  }
  return rows;
}
