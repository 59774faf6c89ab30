import type { StudyKind } from './study-types';
import { asEventRequest, asStreakRequest } from '../words/asked';
import { eventDefaults, valuesOfEventRequest } from './event-request';
import type { Values } from './reading';
import { streakDefaults, valuesOfStreakRequest } from './streak-request';

/** Where the form is that would ask for a study once more. */
export function again({
  kind,
  study,
}: {
  readonly kind: StudyKind;
  readonly study: { readonly request: object };
}): string {
  const query =
    kind === 'event'
      ? queryOf(valuesOfEventRequest(asEventRequest(study.request)), eventDefaults)
      : queryOf(valuesOfStreakRequest(asStreakRequest(study.request)), streakDefaults);
  if (kind === 'streak') query.set('of', 'streaks');
  return `/studies?${query.toString()}`;
}

/** What differs from the defaults. */
function queryOf(values: Values, defaults: Values): URLSearchParams {
  const told = Object.entries(values).filter(([name, value]) => defaults[name] !== value);
  return new URLSearchParams(told);
}
