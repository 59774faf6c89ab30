import type { Refusal } from '@streakline/event-store';
import type { StudyProgress } from '@streakline/event-study';
import type { ReadView } from '@streakline/projections';
import { cutOf } from '../request/as-of';
import type { StudyRequest } from '../request/study-request';
import { NOTHING_SELECTED } from '../selection/nothing-selected';
import { selectedTapes } from '../selection/selected-tapes';
import { mixedSchemes } from '../drivers/sector-in';
import { FactorColumns } from './factor-columns';
import { gatherTape } from './gather-tape';
import type { GatheredEvent, GatheredStudy, LeftOutEvent } from './gathered-study';
import { namedGroups } from './named-groups';

/**
 * Gathers what a study (its refs resolved) computes from, out of facts at rest cut at a position, and at the
 * request's `asOf`: the same, whatever was
 * recorded since. Goes instrument by instrument and yields after each; memory grows with the events selected. What is
 * left out is named with its reasons. A selection that selects nothing is a refusal, and so
 * are sectors of several schemes where the request does not say which.
 */
export async function* gatherStudy(
  view: ReadView,
  request: StudyRequest,
  position: number,
): AsyncGenerator<StudyProgress, GatheredStudy | Refusal, void> {
  const cut = cutOf(request, position);
  const factors = new FactorColumns(view, cut, request);
  const events: GatheredEvent[] = [];
  const leftOut: LeftOutEvent[] = [];
  for await (const tape of selectedTapes(view, request.selection, cut)) {
    const gathered = await gatherTape(tape, factors, request);
    for (const event of gathered.events) events.push(event);
    for (const event of gathered.leftOut) leftOut.push(event);
    yield tape.progress;
  }
  if (events.length + leftOut.length === 0) return NOTHING_SELECTED;
  const mixed = mixedSchemes(
    request,
    events.map(({ traits }) => traits),
  );
  if (mixed !== null) return mixed;
  return { position, events: request.groupBy === 'instrument' ? namedGroups(events) : events, leftOut };
}
