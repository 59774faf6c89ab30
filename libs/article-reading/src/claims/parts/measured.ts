import type { Claim } from '@streakline/events';
import { phraseAt, phrases, type Token } from '../words/tokens';

type Measured = NonNullable<Claim['change']>['measured'];

const outside = phrases(
  'before the market opened|before markets opened|before the market opens|before trading began|after the market closed|after markets closed|after the close|after the closing bell|after the bell|after hours trading|after hours|extended trading|extended hours|premarket|pre market|aftermarket|postmarket|post market|late trading|late trade|before the bell|before the open|before the opening bell|ahead of the open|ahead of the opening bell|ahead of the bell|overnight trading|overnight',
);
const within = phrases(
  'as much as|at noon|was last|were last|intraday|at one point|in midday trading|midday|in early trading|early trading|in morning trading|morning trading|in afternoon trading|afternoon trading|at session lows|at session highs|at its low|at its high|at the open|at the opening bell|earlier in the session|earlier in the day|in intraday|were trading|was trading|is trading|are trading|traded as|during the session|monday morning|tuesday morning|wednesday morning|thursday morning|friday morning|this morning|monday afternoon|tuesday afternoon|wednesday afternoon|thursday afternoon|friday afternoon|this afternoon|mid afternoon|around midday',
);

/** Where in the day the words between two tokens say that a figure was measured; null where they do not say. */
export function measuredIn(tokens: readonly Token[], from: number, to: number): Measured | null {
  let found: Measured | null = null;
  for (let at = Math.max(0, from); at < Math.min(to, tokens.length); at += 1) {
    if (phraseAt(tokens, at, outside) > 0) return 'extendedHours';
    if (phraseAt(tokens, at, within) > 0) found = 'intraday';
  }
  return found;
}
