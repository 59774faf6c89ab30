import { screenEvents, type Suspicion } from '@streakline/event-study';
import type { StudyRequest } from '../request/study-request';
import type { SelectedTape } from '../selection/selected-tapes';
import { explainedEvents } from './explained-event';
import type { FactorColumns } from './factor-columns';
import type { GatheredEvent, GatheredStudy, LeftOutEvent } from './gathered-study';
import { policiesOf } from './policies-of';
import { screenedEvents } from './screened-events';

/** The events of one instrument, with their returns and factors, screened. */
export async function gatherTape(
  { known, selected }: SelectedTape,
  factors: FactorColumns,
  request: StudyRequest,
): Promise<Pick<GatheredStudy, 'events' | 'leftOut'>> {
  if (selected.length === 0) return { events: [], leftOut: [] };
  const policies = policiesOf(request);
  const { explained, leftOut } = await explainedEvents(known, selected, factors, request, policies);
  const screened = screenedEvents(known, explained, request);
  const screening = screenEvents(screened, { ...request, policies });
  const seen = byEvent(screening.suspicions);
  const staying = new Map(screening.kept.map((place, i) => [place, screening.parts[i]!]));
  const events: GatheredEvent[] = [];
  const screenedOut: LeftOutEvent[] = [];
  explained.forEach(({ traits, suspicion }, place) => {
    const suspicions = [...(suspicion === null ? [] : [suspicion]), ...(seen.get(traits.event) ?? [])];
    const parts = staying.get(place);
    if (parts === undefined) screenedOut.push({ traits, suspicions });
    else events.push({ event: screened[place]!.event, traits, parts, suspicions });
  });
  return { events, leftOut: [...leftOut, ...screenedOut] };
}

function byEvent(suspicions: readonly Suspicion[]): ReadonlyMap<string, readonly Suspicion[]> {
  const seen = new Map<string, Suspicion[]>();
  for (const suspicion of suspicions) {
    const of = seen.get(suspicion.event);
    if (of === undefined) seen.set(suspicion.event, [suspicion]);
    else of.push(suspicion);
  }
  return seen;
}
