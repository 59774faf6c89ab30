import type { Reaction, ReactionDay } from '../answers';
import { marketCapBefore, returnBefore, runFromDay0 } from '../trace/run-words';

/** A session of the strip. */
export interface StripSession {
  readonly day: number;
  readonly session: string;
  /** As traded; null: no bar (yet). */
  readonly close: number | null;
  /** The close on one split-adjusted scale, and the one before it: what is drawn. */
  readonly level: number | null;
  readonly levelBefore: number | null;
  readonly return: number | null;
  readonly marketCap: number | null;
  /** Of the run up to the base session, of the one from day 0 on, or neither. */
  readonly part: 'before' | 'from' | 'context';
}

/** A part of a run, as its bracket tells it. */
export interface Stretch {
  readonly part: 'before' | 'from' | 'whole';
  readonly direction: 'falling' | 'rising';
  /** Indexes into the sessions, both inclusive. */
  readonly first: number;
  readonly last: number;
  /** Sessions of it, those outside of the strip included. */
  readonly length: number;
  readonly return: number;
  readonly marketCapChange: number | null;
  readonly inForce: boolean;
}

export interface Strip {
  readonly sessions: readonly StripSession[];
  readonly stretches: readonly Stretch[];
}

type Runs = Pick<Reaction, 'streak' | 'begun' | 'relation'>;
/** Where it did not trade on day 0: when it did again, and at what. */
type Halt = Partial<Pick<Reaction, 'resumedOn' | 'resumptionReturn'>>;

/** Sessions of a run that are drawn on each side of the announcement, at most; and those around it. */
const MOST = 60;
const AROUND = 3;
const LEAST_AFTER = 5;

/** Days to ask for: the run's sessions on both sides, and a few around them. */
export function rangeOf(reaction: Runs): { readonly from: number; readonly to: number } {
  const before = Math.min(reaction.streak?.lengthAtBase ?? 0, MOST);
  const after = Math.min(runFromDay0(reaction)?.lengthFromDay0 ?? 0, MOST);
  return { from: -(before + AROUND), to: Math.max(after - 1 + AROUND, LEAST_AFTER) };
}

/** The sessions around day 0 and what parts of which run they are: from the first bar to the last, and day 0 in any case. */
export function stripOf(reaction: Runs & Halt, days: readonly ReactionDay[]): Strip {
  const known = drawn(days, reaction);
  const parts = known.map((day) => partOf(reaction, day));
  const levels = levelsOf(known);
  const sessions = known.map((day, i): StripSession => {
    const level = levels[i] ?? null;
    const levelBefore = level === null || day.return === null ? null : level / (1 + day.return);
    const { session, close, marketCap } = day;
    return { day: day.day, session, close, level, levelBefore, return: day.return, marketCap, part: parts[i]! };
  });
  return { sessions, stretches: stretchesOf(reaction, parts) };
}

function drawn(
  days: readonly ReactionDay[],
  { resumedOn = null, resumptionReturn = null }: Halt,
): readonly ReactionDay[] {
  const hasBar = ({ close }: ReactionDay) => close !== null;
  const day0 = days.findIndex(({ day }) => day === 0);
  const first = days.findIndex(hasBar);
  const known = days.slice(first === -1 ? day0 : Math.min(first, day0), Math.max(days.findLastIndex(hasBar), day0) + 1);
  return known.map((day) => (day.session === resumedOn ? { ...day, return: resumptionReturn } : day));
}

function partOf(reaction: Runs, { day, session }: ReactionDay): StripSession['part'] {
  const run = day < 0 ? reaction.streak : runFromDay0(reaction);
  const isIn = run !== null && session >= run.start && session <= run.end;
  return !isIn ? 'context' : day < 0 ? 'before' : 'from';
}

/** Closes on the scale of the last one: returns are split-adjusted, closes are as traded. */
function levelsOf(days: readonly ReactionDay[]): readonly (number | null)[] {
  const levels = days.map(({ close }) => close);
  for (let i = levels.length - 1; i > 0; i--) {
    const [later, change] = [levels[i] ?? null, days[i]!.return];
    if (later !== null && change !== null && levels[i - 1] !== null) levels[i - 1] = later / (1 + change);
  }
  return levels;
}

function stretchesOf(reaction: Runs, parts: readonly StripSession['part'][]): readonly Stretch[] {
  const { streak } = reaction;
  const run = runFromDay0(reaction);
  const placed = (part: 'before' | 'from') => ({ part, first: parts.indexOf(part), last: parts.lastIndexOf(part) });
  const stretches: Stretch[] = [];
  if (streak !== null && parts.includes('before')) {
    const { direction, lengthAtBase: length } = streak;
    const figures = { return: returnBefore(streak), marketCapChange: marketCapBefore(streak), inForce: false };
    stretches.push({ ...placed('before'), direction, length, ...figures });
  }
  if (run !== null && parts.includes('from')) {
    const { direction, lengthFromDay0: length, returnFromDay0, marketCapChangeFromDay0, inForce } = run;
    const figures = { return: returnFromDay0, marketCapChange: marketCapChangeFromDay0, inForce };
    stretches.push({ ...placed('from'), direction, length, ...figures });
  }
  return stretches.length === 2 && streak !== null && streak === run
    ? [...stretches, wholeOf(streak, parts)]
    : stretches;
}

function wholeOf(streak: NonNullable<Runs['streak']>, parts: readonly StripSession['part'][]): Stretch {
  const { direction, length, inForce, marketCapChange } = streak;
  const place = { part: 'whole' as const, first: parts.indexOf('before'), last: parts.lastIndexOf('from') };
  return { ...place, direction, length, return: streak.return, marketCapChange, inForce };
}
