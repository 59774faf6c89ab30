import { daysText } from '../form/reading';
import type { StudyKind, StudySummary } from '../form/study-types';
import { asEventRequest, asStreakRequest, selectionConditions } from './asked';
import { directions, models, nameOf, outcomes } from './names';

/** A study in a line: its id, what it rests on, its parameters, and where it is. */
export function citation(study: StudySummary, kind: StudyKind, link: string): string {
  const { id, position, request, askedAt, projectionVersion } = study;
  const { selection, asOf } = asEventRequest(request);
  const conditions = selectionConditions(selection)
    .map(({ text, instruments }) => (instruments && text === 'of' ? `of ${instruments.join(', ')}` : text))
    .join('; ');
  return [
    `Streakline ${kind} study ${id}`,
    `announcements: ${conditions}`,
    kind === 'event' ? eventParameters(request) : streakParameters(request),
    `position ${position}${projectionVersion === null ? '' : `, read models ${projectionVersion}`}`,
    ...(asOf === undefined ? [] : [`as of ${asOf}`]),
    `asked ${askedAt}`,
    link,
  ].join('. ');
}

function eventParameters(request: object): string {
  const { model, estimation, event, windows, seed } = asEventRequest(request);
  return `${nameOf(models, model)}, estimation ${daysText(estimation)}, event ${daysText(event)}, windows ${windows.map(daysText).join(', ')}, seed ${seed}`;
}

function streakParameters(request: object): string {
  const { primary, window, horizon, permutations, bootstrap, seed } = asStreakRequest(request);
  return `${outcomes[primary.outcome]}, ${directions[primary.direction]}, window ${daysText(window)}, horizon ${horizon}, permutations ${permutations}, bootstrap ${bootstrap}, seed ${seed}`;
}
