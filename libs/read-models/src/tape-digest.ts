import {
  abnormalFigures,
  benchmarkOn,
  type Happening,
  happeningsOf,
  type Known,
  notesOfOthers,
  type Reaction,
  reactionOf,
  type ReactionRun,
  type Run,
  runsOf,
} from '@streakline/dossiers';
import { zoneOf } from './zone-of';

/** Who an instrument is, under the name in force on a date. */
export interface InstrumentBrief {
  readonly id: string;
  /** MIC:SYMBOL. */
  readonly ref: string;
  readonly symbol: string;
  readonly mic: string;
  readonly timeZone: string | null;
  readonly name: string;
  readonly currency: string;
}

type StreakBrief = Pick<
  ReactionRun,
  'direction' | 'start' | 'end' | 'length' | 'lengthAtBase' | 'lengthFromDay0' | 'inForce'
>;

/** A reaction to an original, without its windows. */
export interface ReactionBrief extends Pick<
  Reaction,
  | 'timing'
  | 'assumed'
  | 'baseSession'
  | 'day0'
  | 'complete'
  | 'return'
  | 'totalReturn'
  | 'marketCapChange'
  | 'relation'
  | 'resumedOn'
  | 'resumptionReturn'
> {
  /** Under its name on day 0. */
  readonly instrument: InstrumentBrief;
  readonly role: string;
  readonly benchmark: string | null;
  readonly benchmarkReturn: number | null;
  readonly abnormalReturn: number | null;
  readonly tStatistic: number | null;
  readonly streak: StreakBrief | null;
  readonly begun: StreakBrief | null;
  /** How many. */
  readonly notes: number;
}

/** The reactions of a tape to originals, by the announcement's id; `benchmarks` are tapes known at the same cut. */
export function reactionsDigestOf(
  known: Known,
  benchmarks: ReadonlyMap<string, Known>,
): ReadonlyMap<string, ReactionBrief> {
  const originals = happeningsOf(known).filter(({ act }) => act.order === 0);
  return new Map(originals.map((one) => [one.act.announcementId, reactionBrief(known, benchmarks, one)]));
}

/** The run in force at the last session; null where the last close was unchanged, and of an instrument that was delisted. */
export function inForceOf(known: Known): Run | null {
  const newest = known.delisting === null ? runsOf(known).at(-1) : undefined;
  return newest?.inForce === true ? newest : null;
}

/** Whose tapes may be a benchmark of the reactions. */
export function marketBenchmarksOf({ benchmarks }: Known): readonly string[] {
  return benchmarks.filter(({ role }) => role === 'market').map(({ benchmarkId }) => benchmarkId);
}

function reactionBrief(known: Known, benchmarks: ReadonlyMap<string, Known>, happening: Happening): ReactionBrief {
  const reaction = reactionOf(known, happening);
  const { timing, assumed, baseSession, day0, complete, totalReturn, marketCapChange, relation } = reaction;
  const { streak, begun, resumedOn, resumptionReturn } = reaction;
  const benchmarkId = day0 === null ? null : benchmarkOn(known, 'market', day0);
  const benchmark = benchmarkId === null ? null : (benchmarks.get(benchmarkId) ?? null);
  const abnormal = abnormalFigures(known, benchmark, reaction);
  const { benchmarkReturn, abnormalReturn, tStatistic } = abnormal;
  return {
    instrument: instrumentBriefOf(known, day0),
    role: happening.act.role,
    ...{ timing, assumed, baseSession, day0, complete },
    ...{ return: reaction.return, totalReturn, marketCapChange },
    benchmark: benchmark === null ? benchmarkId : instrumentBriefOf(benchmark, day0).ref,
    ...{ benchmarkReturn, abnormalReturn, tStatistic },
    relation,
    streak: streakBrief(streak),
    begun: streakBrief(begun),
    ...{ resumedOn, resumptionReturn },
    notes: reaction.notes.length + notesOfOthers(known, reaction.of).length + abnormal.notes.length,
  };
}

function streakBrief(run: ReactionRun | null): StreakBrief | null {
  if (run === null) return null;
  const { direction, start, end, length, lengthAtBase, lengthFromDay0, inForce } = run;
  return { direction, start, end, length, lengthAtBase, lengthFromDay0, inForce };
}

/** Under the name in force on a date; null: the last. */
export function instrumentBriefOf({ instrumentId, names, listing }: Known, date: string | null): InstrumentBrief {
  const inForce = names.findLast(({ from }) => date === null || from === null || from <= date) ?? names[0]!;
  const { mic, symbol } = inForce;
  const { name, currency } = listing;
  return { id: instrumentId, ref: `${mic}:${symbol}`, symbol, mic, timeZone: zoneOf(mic), name, currency };
}
