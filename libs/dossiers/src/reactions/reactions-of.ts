import { barOn } from '../known/bar-on';
import type { Known } from '../known/known';
import { dayZeroFigures } from './day-zero-figures';
import { haltOf } from './halt';
import { type Happening, happeningsOf } from './happenings';
import { ownNotes } from './notes-of';
import { type Reaction, type WindowFigures, WINDOWS } from './reaction';
import { streakPartOf } from './streak-part';
import { windowFigures } from './window-figures';

/** The trace of every announcement and amendment that concerns the instrument, in the order they became known. */
export function reactionsOf(known: Known): readonly Reaction[] {
  return happeningsOf(known).map((happening) => reactionOf(known, happening));
}

/** The trace of one of happeningsOf(known). */
export function reactionOf(known: Known, happening: Happening): Reaction {
  const { act, day0Ordinal } = happening;
  return {
    of: act.of,
    announcementId: act.announcementId,
    instrumentId: known.instrumentId,
    order: act.order,
    ...placeOf(happening),
    ...(day0Ordinal === null ? NO_FIGURES : figuresOf(known, day0Ordinal)),
    notes: ownNotes(known, happening),
  };
}

function placeOf({
  act,
  dayZero,
}: Happening): Pick<Reaction, 'timing' | 'assumed' | 'candidates' | 'contradicted' | 'baseSession' | 'day0'> {
  if (dayZero !== null) {
    const { timing, assumed, candidates, contradicted, baseSession, day0 } = dayZero;
    return { timing, assumed, candidates, contradicted, baseSession, day0 };
  }
  const timing = ('on' in act.moment ? act.moment.timing : undefined) ?? 'unknown';
  const assumed = 'on' in act.moment && act.moment.timing === undefined;
  return { timing, assumed, candidates: [], contradicted: false, baseSession: null, day0: null };
}

type Figures = Omit<
  Reaction,
  'of' | 'announcementId' | 'instrumentId' | 'order' | 'notes' | keyof ReturnType<typeof placeOf>
>;

function figuresOf(known: Known, day0: number): Figures {
  const windows = WINDOWS.map((days) => windowFigures(known, day0, days));
  const halt = haltOf(known, day0);
  return {
    ...ownWindow(windows[0]!),
    ...dayZeroFigures(known, day0),
    windows,
    ...streakPartOf(known, barOn(known, day0)),
    resumedOn: halt?.resumedOn ?? null,
    resumptionReturn: halt?.resumptionReturn ?? null,
  };
}

/** Day 0 itself is the first of WINDOWS. */
function ownWindow({ from: _, to: __, ...figures }: WindowFigures): Omit<WindowFigures, 'from' | 'to'> {
  return figures;
}

const NOTHING = { return: null, totalReturn: null, marketCapChange: null, complete: false, through: null } as const;

const NO_FIGURES: Figures = Object.freeze({
  ...NOTHING,
  gapReturn: null,
  openToClose: null,
  volumeRatio: null,
  windows: WINDOWS.map((days) => ({ ...days, ...NOTHING })),
  relation: null,
  streak: null,
  begun: null,
  resumedOn: null,
  resumptionReturn: null,
});
