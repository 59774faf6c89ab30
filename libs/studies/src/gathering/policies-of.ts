import { EXCLUDE_ALL, type ScreenPolicies } from '@streakline/event-study';
import type { StudyRequest } from '../request/study-request';

/** On the store whatever is doubtful is left out, unless the request says otherwise. */
export function policiesOf({ screens, selection }: StudyRequest): ScreenPolicies {
  return { ...EXCLUDE_ALL, ...(selection.includeAssumed && { assumedDay0: 'warn' as const }), ...screens };
}
