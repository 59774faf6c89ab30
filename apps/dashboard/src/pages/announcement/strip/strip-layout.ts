import type { Strip, StripSession, Stretch } from './strip';
import { hasWhole } from './strip-words';

/* All lengths are CSS pixels. */
const LEAST_COLUMN = 50;
const MOST_COLUMN = 96;
const PLOT = { top: 44, height: 208 } as const;
/** Room for the figure beside a step. */
const LABEL = 18;
const AXIS = { dates: PLOT.top + PLOT.height + 20, closes: PLOT.top + PLOT.height + 37 } as const;
const BRACKETS = { parts: AXIS.closes + 14, whole: AXIS.closes + 74 } as const;
const BRACKET_HEIGHT = 46;
/** What a bracket's words need, at most. */
const WORDS = 150;
/** Of a letter of the announcement's words. */
const LETTER = 6.9;

export interface StripColumn extends StripSession {
  /** Middle of the column, and the sides of its step. */
  readonly x: number;
  readonly left: number;
  readonly width: number;
  /** The step from the close before to this one; null without both. */
  readonly step: { readonly top: number; readonly height: number } | null;
  /** Height of the close, where the line to the next session is drawn. */
  readonly y: number | null;
  /** Where the figure of the change stands: below a fall, above a rise. */
  readonly labelY: number | null;
}

export interface StripBracket extends Stretch {
  readonly left: number;
  readonly right: number;
  readonly y: number;
  /** Where its words stand, and whether they end, begin or are centred there. */
  readonly wordsX: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface StripLayout {
  readonly width: number;
  readonly height: number;
  readonly columns: readonly StripColumn[];
  readonly brackets: readonly StripBracket[];
  /** The announcement: between the base session and day 0. Null where day 0 is not in the strip. */
  readonly mark: { readonly x: number; readonly top: number; readonly bottom: number; readonly wordsX: number } | null;
  readonly plot: { readonly top: number; readonly bottom: number };
  readonly dates: number;
  readonly closes: number;
}

/**
 * Where everything stands: a column a session, as wide as the room allows; it is wider than the room where that is too
 * narrow for the figures. `markWords` is how many letters the announcement's words have.
 */
export function layOut(strip: Strip, room: number, markWords: number): StripLayout {
  const { sessions, stretches } = strip;
  const column = Math.min(MOST_COLUMN, Math.max(LEAST_COLUMN, room / Math.max(1, sessions.length)));
  const width = Math.max(room, column * sessions.length);
  const start = (width - column * sessions.length) / 2;
  const place = { start, column, width };
  const isParted = hasWhole(stretches);
  const height =
    stretches.length === 0 ? AXIS.closes + 12 : (isParted ? BRACKETS.whole : BRACKETS.parts) + BRACKET_HEIGHT;
  return {
    width,
    height,
    columns: columnsOf(sessions, place),
    brackets: stretches.map((stretch) => bracketOf(stretch, place)),
    mark: markOf(sessions, place, {
      bottom: Math.min(height, BRACKETS.parts + BRACKET_HEIGHT) - 4,
      words: markWords * LETTER,
    }),
    plot: { top: PLOT.top, bottom: PLOT.top + PLOT.height },
    dates: AXIS.dates,
    closes: AXIS.closes,
  };
}

interface Place {
  readonly start: number;
  readonly column: number;
  readonly width: number;
}

function columnsOf(sessions: readonly StripSession[], { start, column }: Place): readonly StripColumn[] {
  const toY = scaleOf(sessions);
  return sessions.map((session, i) => {
    const left = start + i * column + column * 0.12;
    const [y, before] = [toY(session.level), toY(session.levelBefore)];
    const step =
      y === null || before === null ? null : { top: Math.min(y, before), height: Math.max(1.5, Math.abs(y - before)) };
    const falls = (session.return ?? 0) < 0;
    const labelY = step === null ? null : falls ? step.top + step.height + LABEL - 4 : step.top - 6;
    return { ...session, x: start + (i + 0.5) * column, left, width: column * 0.76, step, y, labelY };
  });
}

/** From a level to a height, with room for the figures above and below. */
function scaleOf(sessions: readonly StripSession[]): (level: number | null) => number | null {
  const levels = sessions.flatMap(({ level, levelBefore }) => [level, levelBefore]).filter((each) => each !== null);
  const [low, high] = [Math.min(...levels), Math.max(...levels)];
  const room = PLOT.height - 2 * LABEL;
  return (level) => {
    if (level === null) return null;
    return PLOT.top + LABEL + (high === low ? room / 2 : ((high - level) / (high - low)) * room);
  };
}

function bracketOf(stretch: Stretch, { start, column, width }: Place): StripBracket {
  const left = start + stretch.first * column + 4;
  const right = start + (stretch.last + 1) * column - 4;
  const y = stretch.part === 'whole' ? BRACKETS.whole : BRACKETS.parts;
  const middle = { ...stretch, left, right, y, wordsX: (left + right) / 2, anchor: 'middle' as const };
  if (right - left >= WORDS) return middle;
  // Too narrow for its words: they keep away from the other part's.
  if (stretch.part === 'before' && right >= WORDS) return { ...middle, wordsX: right - 3, anchor: 'end' };
  return left + WORDS <= width
    ? { ...middle, wordsX: left + 3, anchor: 'start' }
    : { ...middle, wordsX: right, anchor: 'end' };
}

function markOf(
  sessions: readonly StripSession[],
  { start, column, width }: Place,
  { bottom, words }: { readonly bottom: number; readonly words: number },
): StripLayout['mark'] {
  const index = sessions.findIndex(({ day }) => day === 0);
  if (index === -1) return null;
  const x = start + index * column;
  const wordsX = Math.max(words / 2 + 8, Math.min(width - words / 2 - 8, x));
  return { x, top: 24, bottom, wordsX };
}
