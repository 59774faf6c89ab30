import { type Token, lowerAt, phraseAt, phrases, wordsAt } from '../words/tokens';
import type { StatedFigure } from '@streakline/events';
import { countAt } from '../figures/number-words';
import { wordingOf } from '../figures/wordings';
import type { Stretch } from './stretch';
import type { Direction } from '../words/moves';

export type StreakUnit = 'session' | 'day' | 'calendarDay' | 'week' | 'month';

/** "nine days straight", "ninth straight loss", "losing streak": the words, and what they count. */
export interface StreakPhrase extends Stretch {
  /** Null: no number is told ("its longest losing streak since 2006"). */
  readonly figure: StatedFigure | null;
  readonly unit: StreakUnit;
  /** Null: the sentence's verb has it. */
  readonly direction: Direction | null;
}

interface Tail {
  readonly next: number;
  readonly unit: StreakUnit | null;
  readonly direction: Direction | null;
}

const units = new Map<string, StreakUnit>([
  ['day', 'day'],
  ['days', 'day'],
  ['session', 'session'],
  ['sessions', 'session'],
  ['week', 'week'],
  ['weeks', 'week'],
  ['month', 'month'],
  ['months', 'month'],
  ['daily', 'day'],
  ['weekly', 'week'],
  ['monthly', 'month'],
]);
const results = new Map<string, Direction>([
  ...[
    'loss',
    'losses',
    'decline',
    'declines',
    'drop',
    'drops',
    'fall',
    'falls',
    'losing',
    'down',
    'negative',
    'red',
    'lower',
    'falling',
  ].map((word) => [word, 'down'] as const),
  ...[
    'gain',
    'gains',
    'advance',
    'advances',
    'rise',
    'rises',
    'winning',
    'up',
    'positive',
    'green',
    'higher',
    'rising',
  ].map((word) => [word, 'up'] as const),
]);
const OF_ENDS = new Set([
  'closes',
  'close',
  'finish',
  'finishes',
  'days',
  'day',
  'sessions',
  'session',
  'weeks',
  'week',
  'months',
  'month',
]);
const straight = phrases('straight|consecutive|successive');
const inARow = phrases('straight|in a row|running|in succession|on end|consecutively|on the trot');
const RUNS = new Set(['streak', 'run', 'stretch', 'skid', 'spell', 'streaks']);

/** The streaks told in a sentence, in order. Quarters and years are of other figures. */
export function streaksOf(tokens: readonly Token[]): StreakPhrase[] {
  const found: StreakPhrase[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const phrase = counted(tokens, at) ?? run(tokens, at);
    if (phrase === null) continue;
    found.push(phrase);
    at = phrase.end - 1;
  }
  return found;
}

function counted(tokens: readonly Token[], at: number): StreakPhrase | null {
  const count = countAt(tokens, at);
  if (count === null || !Number.isInteger(count.value) || count.value < 2 || count.value > 500) return null;
  const tail = straightUnits(tokens, count.next) ?? unitsStraight(tokens, count.next) ?? unitRun(tokens, count.next);
  if (tail === null || tail.unit === null) return null;
  const { unit, direction, next } = tail;
  const worded = count.ordinal ? { wording: 'plain' as const, start: at, end: next } : wordedStreak(tokens, at, next);
  const figure = { value: count.value, wording: worded.wording, resolution: 1 };
  return { start: worded.start, end: worded.end, figure, unit, direction };
}

/** "Fell 18% over nine straight sessions" names a span; only "for over nine days" is more than nine. */
function wordedStreak(tokens: readonly Token[], at: number, next: number): ReturnType<typeof wordingOf> {
  const span = lowerAt(tokens, at - 1) === 'over' && lowerAt(tokens, at - 2) !== 'for';
  return span ? { wording: 'plain', start: at, end: next } : wordingOf(tokens, at, next);
}

/** "straight days", "consecutive weekly losses", "straight lower close", "straight session of losses". */
function straightUnits(tokens: readonly Token[], at: number): Tail | null {
  const length = phraseAt(tokens, at, straight);
  if (length === 0) return null;
  let next = at + length;
  let unit = units.get(lowerAt(tokens, next)) ?? null;
  if (lowerAt(tokens, next) === 'trading') [next, unit] = [next + 1, 'session'];
  else if (lowerAt(tokens, next) === 'calendar') [next, unit] = [next + 1, 'calendarDay'];
  if (unit !== null) next += 1;
  const direction = results.get(lowerAt(tokens, next)) ?? null;
  if (direction !== null) {
    const of = lowerAt(tokens, next + 1);
    return { next: next + (OF_ENDS.has(of) ? 2 : 1), unit: unit ?? units.get(of) ?? 'day', direction };
  }
  return unit === null ? null : withLosses(tokens, next, unit);
}

/** "days straight", "trading sessions in a row", "days of losses". */
function unitsStraight(tokens: readonly Token[], at: number): Tail | null {
  const kind =
    lowerAt(tokens, at) === 'trading' ? 'session' : lowerAt(tokens, at) === 'calendar' ? 'calendarDay' : null;
  const first = kind === null ? at : at + 1;
  const unit = units.get(lowerAt(tokens, first));
  if (unit === undefined) return null;
  const length = phraseAt(tokens, first + 1, inARow);
  if (length > 0) return withLosses(tokens, first + 1 + length, kind ?? unit);
  const losses = withLosses(tokens, first + 1, kind ?? unit);
  return losses.direction === null ? null : losses;
}

/** "... of losses" behind a unit. */
function withLosses(tokens: readonly Token[], at: number, unit: StreakUnit): Tail {
  const direction = lowerAt(tokens, at) === 'of' ? (results.get(lowerAt(tokens, at + 1)) ?? null) : null;
  return { next: direction === null ? at : at + 2, unit, direction };
}

/** "-day losing streak", "-session run of losses", "days in the red" are runs of their own. */
function unitRun(tokens: readonly Token[], at: number): Tail | null {
  const trading = lowerAt(tokens, at) === 'trading';
  const unit = units.get(lowerAt(tokens, trading ? at + 1 : at));
  if (unit === undefined) return null;
  const next = trading ? at + 2 : at + 1;
  const direction = results.get(lowerAt(tokens, next)) ?? null;
  if (direction !== null && RUNS.has(lowerAt(tokens, next + 1))) return { next: next + 2, unit, direction };
  if (!RUNS.has(lowerAt(tokens, next))) return null;
  const losses = withLosses(tokens, next + 1, unit);
  return losses.direction === null ? null : losses;
}

/** "losing streak of nine days", "extended its losing streak to nine sessions"; without a number also "its longest losing streak". */
function run(tokens: readonly Token[], at: number): StreakPhrase | null {
  const direction = lowerAt(tokens, at) === 'losing' ? 'down' : lowerAt(tokens, at) === 'winning' ? 'up' : null;
  if (direction === null || !RUNS.has(lowerAt(tokens, at + 1))) return null;
  const length = TIES.test(lowerAt(tokens, at + 2)) ? runLength(tokens, at + 3) : null;
  if (length === null) return { start: at, end: at + 2, figure: null, unit: 'day', direction };
  return { ...length, start: at, direction };
}

const TIES = /^(?:of|to|at|reached|hit)$/;

/** "nine days", "a tenth session" behind "losing streak of". */
function runLength(tokens: readonly Token[], at: number): Omit<StreakPhrase, 'start' | 'direction'> | null {
  const from = /^(?:an?|its|the)$/.test(lowerAt(tokens, at)) ? at + 1 : at;
  const core = wordedFrom(tokens, from);
  const count = countAt(tokens, core);
  if (count === null || !Number.isInteger(count.value) || count.value < 2) return null;
  const trading = lowerAt(tokens, count.next) === 'trading';
  const unit = units.get(lowerAt(tokens, trading ? count.next + 1 : count.next));
  if (unit === undefined) return null;
  const wording = count.ordinal ? 'plain' : wordingOf(tokens, core, count.next).wording;
  return { end: count.next + (trading ? 2 : 1), figure: { value: count.value, wording, resolution: 1 }, unit };
}

/** Past "at least", "more than", to the number. */
function wordedFrom(tokens: readonly Token[], at: number): number {
  for (let next = at; next <= at + 2; next += 1) if (countAt(tokens, next) !== null) return next;
  return at;
}

const EVERY = phrases('every day|every session|every trading day|each day|each session|every single day|all week');

/** "every day this week": the words; how many sessions that is the calendar says. */
export function everyDayAt(tokens: readonly Token[]): Stretch | null {
  const at = tokens.findIndex((_, index) => phraseAt(tokens, index, EVERY) > 0);
  return at < 0 || wordsAt(tokens, at - 1, ['almost']) || wordsAt(tokens, at - 1, ['nearly'])
    ? null
    : { start: at, end: at + phraseAt(tokens, at, EVERY) };
}

const SNAPPED = /^(?:snap|end|break|broke|halt|stop|buck|bust)/;

/** Whether the streak is told as over: then the time beside it is when it ended, not one of its sessions. */
export function isOver(tokens: readonly Token[], { start, end }: Stretch): boolean {
  const before = tokens.slice(Math.max(0, start - 4), start).some(({ lower }) => SNAPPED.test(lower));
  return before || tokens.slice(end, end + 3).some(({ lower }) => SNAPPED.test(lower));
}
