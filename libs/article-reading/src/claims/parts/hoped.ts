import { phraseBefore, phrases, type Token } from '../words/tokens';

const AHEAD = phrases(
  'on track for|on pace for|on course for|headed for|heading for|poised for|set for|in line for|track to|pace to|course to|set to|potentially heralding|brink of|verge of|verge of experiencing',
);
const REACH = 4;

/** "On track for a ninth straight loss": it has not come about. `at` is where the streak or the record begins. */
export function hoped(tokens: readonly Token[], at: number): boolean {
  for (let end = at; end >= at - REACH; end -= 1) if (phraseBefore(tokens, end, AHEAD) !== undefined) return true;
  return false;
}
