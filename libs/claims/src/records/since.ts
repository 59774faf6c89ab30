import type { Stage } from '../stage/stage';
import type { Finding } from '../verdict/finding';

/**
 * What dates compare with as the end of what a record is "since": of a year or a month its last day, since the one before
 * may lie anywhere in it. What came after it is looked through. Null: ever.
 */
export function boundOf(since: string | null): string | null {
  return since === null ? null : `${since}${'-12-31'.slice(since.length - 'YYYY-MM-DD'.length)}`;
}

/** Whether a session belongs to what is looked through. */
export function isAfter(session: string, bound: string | null): boolean {
  return bound === null || session > bound;
}

/** Nothing like it was found: that supports a record only as far as the tape goes. */
export function noneFound(stage: Stage, since: string | null, upTo: number, what: string): Omit<Finding, 'reading'> {
  const bound = boundOf(since);
  const first = stage.session(0);
  stage.evidence.looked(0, upTo);
  stage.evidence.rule('a record: supported only where the tape reaches back to the stated date');
  const none = `No ${what} is on the tape, which begins on ${first}`;
  if (bound !== null && first <= bound) return { verdict: 'supported', why: `${none}, before the end of ${since}.` };
  const missing =
    bound === null ? 'bars from its first session ever on' : `bars back to ${since}: the tape begins on ${first}`;
  return {
    verdict: 'uncheckable',
    missing,
    why: `${none}; it would have to reach back ${bound === null ? 'to the first session ever' : `to ${since}`}.`,
  };
}
