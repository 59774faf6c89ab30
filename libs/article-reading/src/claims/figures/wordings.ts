import type { Wording } from '@streakline/events';
import { phraseAt, phraseBefore, phrases, type Token } from '../words/tokens';

/** What stands before a figure; the longer phrases first, since "no more than" ends in "more than". */
const before: readonly (readonly [Wording, readonly (readonly string[])[]])[] = [
  ['atMost', phrases('at most|no more than|not more than|at the most')],
  ['atLeast', phrases('at least|no less than|not less than|no fewer than')],
  ['nearly', phrases('just under|just shy of|just below|shy of|nearly|almost|close to|not quite|approaching')],
  [
    'moreThan',
    phrases('just over|just above|more than|greater than|in excess of|upward of|upwards of|over|above|well over'),
  ],
  ['upTo', phrases('as much as|as many as|up to')],
  ['about', phrases('about|around|roughly|approximately|some|an estimated|circa|or so|near')],
  ['lessThan', phrases('less than|fewer than|under|below')],
  ['exactly', phrases('exactly|precisely')],
];
const after: readonly (readonly [Wording, readonly (readonly string[])[]])[] = [
  ['atLeast', phrases('or more|or longer|+|plus')],
  ['about', phrases('or so|or thereabouts')],
];

/** How the figure in the tokens from `start` to `end` is worded, and where the wording begins and ends. */
export function wordingOf(
  tokens: readonly Token[],
  start: number,
  end: number,
): { readonly wording: Wording; readonly start: number; readonly end: number } {
  for (const [wording, list] of before) {
    const phrase = phraseBefore(tokens, start, list);
    if (phrase !== undefined) return { wording, start: start - phrase.length, end };
  }
  for (const [wording, list] of after) {
    const length = phraseAt(tokens, end, list);
    if (length > 0) return { wording, start, end: end + length };
  }
  return { wording: 'plain', start, end };
}
