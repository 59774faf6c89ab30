import { uuidOf } from '@streakline/events';
import type { InsightKey } from './published-insight';

/**
 * The id of one revision of an insight (UUID version 5): whoever finds it, and however often, gives it the same, so
 * that a consumer knows by it what it has seen.
 */
export function insightId({ kind, subject, session, detail }: InsightKey, revision: number): string {
  return uuidOf(['insight', kind, subject, session, detail, revision]);
}
