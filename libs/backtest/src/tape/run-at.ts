import { changeOf } from '@streakline/dossiers';
import type { RunInForce } from '../strategy/instrument';
import type { Cursor } from './cursor';

/** The run that the bar with a place belongs to, as it was at that bar; null after an unchanged close, and before the second bar. */
export function runAt(cursor: Cursor, bar: number): RunInForce | null {
  const span = cursor.spanAt(bar);
  if (span === undefined) return null;
  const { sign, first } = span;
  return {
    direction: sign === 1 ? 'rising' : 'falling',
    start: cursor.known.sessions[first]!,
    length: bar - first + 1,
    return: changeOf(cursor.value[first - 1]!, cursor.value[bar]!),
  };
}
