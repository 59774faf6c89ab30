import { UsageError } from '../../failures';
import { where } from './cells';
import type { EventsFile } from './events-file';
import type { ReturnsFile } from './returns-file';

/**
 * Refuses windows that no event of the file could fill: each of their days would be computed, and a slip of the keyboard
 * asks for more of them than fit into memory.
 */
export function requireWindows({ file, events, windows }: EventsFile, returns: ReturnsFile): void {
  const { t1, t2, estimationEnd, estimationLength } = windows;
  const rows = returns.days.length;
  // All events share their windows, so the first one's line stands for all.
  const line = events[0]?.line ?? 1;
  const refuse = (column: string, what: string) => {
    const available = `${rows} ${rows === 1 ? 'row' : 'rows'} of ${returns.file}`;
    throw new UsageError(`${where({ file, line, column })} ${what} than the ${available}`);
  };
  for (const [column, day] of Object.entries({ t1, t2, est_end: estimationEnd }))
    if (Math.abs(day) > rows) refuse(column, `day ${day} is further from day 0`);
  if (estimationLength > rows) refuse('est_len', `${estimationLength} estimation days are more`);
  if (t2 - t1 + 1 > rows) refuse('t2', `the ${t2 - t1 + 1} days from t1 to t2 are more`);
}
