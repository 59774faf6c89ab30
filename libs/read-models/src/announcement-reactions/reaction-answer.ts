import {
  abnormalFigures,
  type AbnormalFigures,
  type AbnormalNote,
  benchmarkOn,
  happeningsOf,
  type Known,
  notesOfOthers,
  type Reaction,
  type ReactionNote,
  reactionOf,
} from '@streakline/dossiers';
import type { CutView } from '../cut-view';
import { type NameOn, readNames } from '../instrument-refs';
import type { Tapes } from '../tapes';
import { zoneOf } from '../zone-of';
import type { ReactionAnswer } from './announcement-reactions.answers';

/**
 * Joins stored reactions with what is computed now from the tapes of the instrument and of the benchmark in force on
 * day 0: their abnormal figures (a benchmark assigned or revised later is right at once) and the other announcements.
 */
export async function answersOf(
  view: CutView,
  tapes: Tapes,
  stored: readonly Reaction[],
): Promise<readonly ReactionAnswer[]> {
  const own = await tapes.of(view, [...new Set(stored.map(({ instrumentId }) => instrumentId))]);
  const reactions = stored.map((reaction) => ofTheCompany(own.get(reaction.instrumentId), reaction));
  const benchmarkIds = reactions.map((reaction) => marketBenchmarkOf(own.get(reaction.instrumentId), reaction));
  const benchmarks = await tapes.of(view, [...new Set(benchmarkIds.filter((id) => id !== null))]);
  const nameOn = await readNames(view, [...own.keys(), ...benchmarks.keys()]);
  return reactions.map((reaction, at) => {
    const known = own.get(reaction.instrumentId);
    const benchmarkId = benchmarkIds[at] ?? null;
    const benchmark = benchmarkId === null ? null : (benchmarks.get(benchmarkId) ?? null);
    const figures = known ? abnormalFigures(known, benchmark, reaction) : null;
    const others = known ? notesOfOthers(known, reaction.of) : [];
    const notes = [...reaction.notes, ...others, ...(figures?.notes ?? [])];
    return answerOf(reaction, benchmarkId, figures, notes, nameOn);
  });
}

/** Stored reactions know no tape but their own: what the company gained or lost by several is computed here. */
function ofTheCompany(known: Known | undefined, reaction: Reaction): Reaction {
  if (known === undefined || known.others.size === 0) return reaction;
  const happening = happeningsOf(known).find(({ act }) => act.of === reaction.of);
  return happening === undefined ? reaction : reactionOf(known, happening);
}

/** The market benchmark in force on day 0. */
export function marketBenchmarkOf(known: Known | undefined, { day0 }: Pick<Reaction, 'day0'>): string | null {
  return known === undefined || day0 === null ? null : benchmarkOn(known, 'market', day0);
}

function answerOf(
  reaction: Reaction,
  benchmarkId: string | null,
  figures: AbnormalFigures | null,
  notes: readonly (ReactionNote | AbnormalNote)[],
  nameOn: NameOn,
): ReactionAnswer {
  const { of, announcementId, instrumentId, timing, assumed, candidates, day0, baseSession, complete } = reaction;
  const instrument = nameOn(instrumentId, day0);
  return {
    of,
    announcementId,
    instrument,
    instrumentId,
    timeZone: zoneOf(instrument),
    timing,
    assumed,
    candidates,
    benchmark: benchmarkId === null ? null : nameOn(benchmarkId, day0),
    baseSession,
    day0,
    complete,
    ...figuresOf(reaction, figures),
    relation: reaction.relation,
    streak: reaction.streak,
    begun: reaction.begun,
    resumedOn: reaction.resumedOn,
    resumptionReturn: reaction.resumptionReturn,
    model: figures?.model ?? null,
    notes: notes.map((note) => ({ ...note })),
  };
}

type Figures = Pick<
  ReactionAnswer,
  | 'return'
  | 'totalReturn'
  | 'benchmarkReturn'
  | 'abnormalReturn'
  | 'tStatistic'
  | 'marketCapChange'
  | 'gapReturn'
  | 'openToClose'
  | 'volumeRatio'
  | 'windows'
>;

function figuresOf(reaction: Reaction, figures: AbnormalFigures | null): Figures {
  return {
    return: reaction.return,
    totalReturn: reaction.totalReturn,
    benchmarkReturn: figures?.benchmarkReturn ?? null,
    abnormalReturn: figures?.abnormalReturn ?? null,
    tStatistic: figures?.tStatistic ?? null,
    marketCapChange: reaction.marketCapChange,
    gapReturn: reaction.gapReturn,
    openToClose: reaction.openToClose,
    volumeRatio: reaction.volumeRatio,
    windows: reaction.windows.map((window, at) => ({
      from: window.from,
      to: window.to,
      return: window.return,
      totalReturn: window.totalReturn,
      abnormalReturn: figures?.windows[at]?.abnormalReturn ?? null,
      tStatistic: figures?.windows[at]?.tStatistic ?? null,
      marketCapChange: window.marketCapChange,
      complete: window.complete,
      through: window.through,
    })),
  };
}
