import type { Stepwise } from '@streakline/event-study';
import { kaplanMeier, type LengthTally, restrictedMean, type SurvivalCurve } from '../survival/kaplan-meier';
import { baseDirections, type BaseDirection } from './comparisons';
import type { Matching } from './matching';
import type { Sessions } from './sessions';
import { directionOf, isWithin, lengthAtBaseOf } from './strata';

/** How day 0 stood to the run in force at base, as counts of announcements. */
export interface RelationCounts {
  readonly extended: number;
  readonly ended: number;
  readonly began: number;
  readonly none: number;
}

/** One direction's relations; `baseRates` are shares of the matched sessions, null where nothing is matched. */
export interface RelationRow {
  readonly direction: BaseDirection;
  readonly n: number;
  readonly matched: number;
  readonly counts: RelationCounts;
  /** Of the matched announcements. */
  readonly shares: RelationCounts | null;
  readonly baseRates: RelationCounts | null;
}

/** How often day 0 kept a run (or, without one, moved) by its direction and length at base. */
export interface LengthAtBaseRow {
  readonly direction: Exclude<BaseDirection, 'any'>;
  readonly lengthAtBase: number;
  readonly n: number;
  /** Extended; where no run is in force: began. */
  readonly moved: number;
  /** The share of the matched sessions that did; null where nothing is matched. */
  readonly baseRate: number | null;
}

/** Lengths from day 0, of announcements and of what they are matched with. */
export interface LengthsRow {
  readonly direction: BaseDirection;
  readonly announced: SurvivalCurve;
  /** Weighted so that each announcement's matches weigh as much as it does; a weighted curve has no bounds here. */
  readonly base: readonly { readonly length: number; readonly survival: number }[];
  /** Mean lengths up to the horizon; null without an announcement. */
  readonly announcedMean: number | null;
  readonly baseMean: number | null;
}

export interface StreakTables {
  readonly relations: readonly RelationRow[];
  readonly lengthsAtBase: readonly LengthAtBaseRow[];
  readonly lengths: readonly LengthsRow[];
}

/** By group: matched sessions and those of them that extended or began a run. */
interface GroupCounts {
  readonly announced: Float64Array;
  readonly matches: Float64Array;
  readonly moved: Float64Array;
}

/** Everything that is described beside the comparisons. `confidence` is that of the curves' bounds. */
export function* tablesOf(
  sessions: Sessions,
  matching: Matching,
  horizon: number,
  confidence: number,
): Stepwise<StreakTables> {
  const groups = countGroups(sessions, matching);
  const lengths: LengthsRow[] = [];
  for (const [done, direction] of baseDirections.entries()) {
    yield { phase: 'working out tables', done, total: baseDirections.length };
    lengths.push(lengthsRow(sessions, matching, groups, direction, horizon, confidence));
  }
  return {
    relations: baseDirections.map((direction) => relationRow(sessions, matching, groups, direction)),
    lengthsAtBase: lengthAtBaseRows(sessions, matching, groups),
    lengths,
  };
}

function countGroups({ moved }: Sessions, { group, strata, pool }: Matching): GroupCounts {
  const counts = {
    announced: new Float64Array(strata.length),
    matches: new Float64Array(strata.length),
    moved: new Float64Array(strata.length),
  };
  for (const at of group) if (at >= 0) counts.announced[at]!++;
  pool.session.forEach((session, i) => {
    for (const at of [pool.own[i]!, pool.shared[i]!]) {
      if (at < 0) continue;
      counts.matches[at]!++;
      counts.moved[at]! += moved[session]!;
    }
  });
  return counts;
}

function relationRow(
  sessions: Sessions,
  { dayZeros, group, strata }: Matching,
  groups: GroupCounts,
  direction: BaseDirection,
): RelationRow {
  const all = new RelationTally();
  const matched = new RelationTally();
  dayZeros.session.forEach((session, i) => {
    const stratum = sessions.stratum[session]!;
    if (!isWithin(stratum, direction)) return;
    all.add(stratum, sessions.moved[session]!, 1);
    if (group[i]! >= 0) matched.add(stratum, sessions.moved[session]!, 1);
  });
  const base = new RelationTally();
  strata.forEach((stratum, at) => {
    if (isWithin(stratum, direction)) base.add(stratum, groups.moved[at]! / groups.matches[at]!, groups.announced[at]!);
  });
  const [shares, baseRates] = [matched.shares(), base.shares()];
  return { direction, n: all.n, matched: matched.n, counts: all.counts(), shares, baseRates };
}

class RelationTally {
  n = 0;
  private readonly moved = { inForce: 0, none: 0 };
  private readonly rested = { inForce: 0, none: 0 };

  /** `share` of `weight` moved on. */
  add(stratum: number, share: number, weight: number): void {
    const kind = stratum === 0 ? 'none' : 'inForce';
    this.n += weight;
    this.moved[kind] += share * weight;
    this.rested[kind] += (1 - share) * weight;
  }

  counts(): RelationCounts {
    const { moved, rested } = this;
    return { extended: moved.inForce, ended: rested.inForce, began: moved.none, none: rested.none };
  }

  shares(): RelationCounts | null {
    if (this.n === 0) return null;
    const { extended, ended, began, none } = this.counts();
    return { extended: extended / this.n, ended: ended / this.n, began: began / this.n, none: none / this.n };
  }
}

function lengthAtBaseRows(
  { stratum, moved }: Sessions,
  { dayZeros, group }: Matching,
  groups: GroupCounts,
): readonly LengthAtBaseRow[] {
  const rows = new Map<number, { n: number; moved: number; matched: number; expected: number }>();
  dayZeros.session.forEach((session, i) => {
    const row = rows.get(stratum[session]!) ?? { n: 0, moved: 0, matched: 0, expected: 0 };
    rows.set(stratum[session]!, row);
    row.n++;
    row.moved += moved[session]!;
    const at = group[i]!;
    if (at < 0) return;
    row.matched++;
    row.expected += groups.moved[at]! / groups.matches[at]!;
  });
  return [...rows]
    .map(([of, row]) => ({
      direction: directionOf(of),
      lengthAtBase: lengthAtBaseOf(of),
      n: row.n,
      moved: row.moved,
      baseRate: row.matched === 0 ? null : row.expected / row.matched,
    }))
    .sort((a, b) => compare(a.direction, b.direction) || a.lengthAtBase - b.lengthAtBase);
}

function lengthsRow(
  { length, unfinished, stratum }: Sessions,
  { dayZeros, group, strata, pool }: Matching,
  groups: GroupCounts,
  direction: BaseDirection,
  horizon: number,
  confidence: number,
): LengthsRow {
  const longest = length.reduce((most, value) => Math.max(most, value), 0);
  const [announced, base] = [emptyTally(longest), emptyTally(longest)];
  const add = (tally: LengthTally, session: number, weight: number) =>
    ((unfinished[session] === 1 ? tally.censored : tally.ended)[length[session]!]! += weight);
  dayZeros.session.forEach((session, i) => {
    if (group[i]! >= 0 && isWithin(stratum[session]!, direction)) add(announced, session, 1);
  });
  const weights = Float64Array.from(strata, (of, at) =>
    isWithin(of, direction) ? groups.announced[at]! / groups.matches[at]! : 0,
  );
  pool.session.forEach((session, i) => {
    for (const at of [pool.own[i]!, pool.shared[i]!]) if (at >= 0 && weights[at]! > 0) add(base, session, weights[at]!);
  });
  const [ours, theirs] = [kaplanMeier(announced, confidence), kaplanMeier(base, confidence)];
  return {
    direction,
    announced: ours,
    base: theirs.steps.map(({ length: at, survival }) => ({ length: at, survival })),
    announcedMean: restrictedMean(ours, horizon),
    baseMean: restrictedMean(theirs, horizon),
  };
}

function emptyTally(longest: number): LengthTally {
  return { ended: new Float64Array(longest + 1), censored: new Float64Array(longest + 1) };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
