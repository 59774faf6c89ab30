import type { Strip, StripSession, Stretch } from './strip';
import { hasWhole } from './strip-words';

/* All lengths are CSS pixels. */
const ROW = 28;
const TOP = 6;
/** Between the base session and day 0: the announcement's words stand there. */
const GAP = 30;
const FOOT = 44;
/** Where the date and the close stand, and the words of brackets. */
const LEFT = 100;
const WORDS = 106;
/** Of a bracket: a line's height, and how many there are. */
export const BRACKET_LINE = 16;
export const BRACKET_LINES = 4;
/** Of a change's figure. */
const LABEL = 46;

export interface StripRow extends StripSession {
  /** Middle of the row. */
  readonly y: number;
  readonly step: { readonly left: number; readonly width: number } | null;
  /** Where the close is on the scale. */
  readonly x: number | null;
  readonly label: { readonly x: number; readonly anchor: 'start' | 'end' } | null;
}

export interface RowsBracket extends Stretch {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  /** Baseline of the first of its lines of words. */
  readonly wordsY: number;
}

export interface RowsLayout {
  readonly width: number;
  readonly height: number;
  readonly rows: readonly StripRow[];
  readonly brackets: readonly RowsBracket[];
  readonly whole: Stretch | null;
  /** Height of the announcement's line; null where day 0 is not in the strip. */
  readonly markY: number | null;
}

/** The strip folded for a narrow window: a row a session, and time runs down. */
export function layOutRows({ sessions, stretches }: Strip, width: number): RowsLayout {
  const day0 = sessions.findIndex(({ day }) => day === 0);
  const topOf = (index: number) => TOP + index * ROW + (day0 !== -1 && index >= day0 ? GAP : 0);
  const toX = scaleOf(sessions, { left: LEFT + 8, right: width - WORDS - 8 });
  const height = topOf(sessions.length) + (hasWhole(stretches) ? FOOT : 4);
  return {
    ...{ width, height },
    rows: sessions.map((session, i) => rowOf(session, topOf(i) + ROW / 2, toX)),
    brackets: stretches
      .filter(({ part }) => part !== 'whole')
      .map((stretch) => {
        const [top, bottom] = [topOf(stretch.first) + 3, topOf(stretch.last) + ROW - 3];
        return { ...stretch, x: width - WORDS, top, bottom, wordsY: wordsTop(stretch, { top, bottom }) + 12 };
      }),
    whole: stretches.find(({ part }) => part === 'whole') ?? null,
    markY: day0 === -1 ? null : topOf(day0) - 8,
  };
}

/** Words stand in the middle of their bracket; where that is too short they keep to their side of the announcement. */
function wordsTop({ part }: Stretch, { top, bottom }: { readonly top: number; readonly bottom: number }): number {
  const height = BRACKET_LINES * BRACKET_LINE;
  if (bottom - top >= height) return (top + bottom - height) / 2;
  return part === 'before' ? Math.max(0, bottom - height) : top;
}

type Scale = (level: number | null) => number | null;

function scaleOf(
  sessions: readonly StripSession[],
  { left, right }: { readonly left: number; readonly right: number },
): Scale {
  const levels = sessions.flatMap(({ level, levelBefore }) => [level, levelBefore]).filter((each) => each !== null);
  const [low, high] = [Math.min(...levels), Math.max(...levels)];
  return (level) => {
    if (level === null) return null;
    return high === low ? (left + right) / 2 : left + ((level - low) / (high - low)) * (right - left);
  };
}

function rowOf(session: StripSession, y: number, toX: Scale): StripRow {
  const [x, before] = [toX(session.level), toX(session.levelBefore)];
  if (x === null || before === null) return { ...session, y, x, step: null, label: null };
  const [left, right] = [Math.min(x, before), Math.max(x, before)];
  const hasRoomLeft = left - LEFT > LABEL;
  const label = hasRoomLeft ? { x: left - 4, anchor: 'end' as const } : { x: right + 4, anchor: 'start' as const };
  return { ...session, y, x, step: { left, width: Math.max(1.5, right - left) }, label };
}
