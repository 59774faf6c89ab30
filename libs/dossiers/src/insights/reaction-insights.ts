import type { Known } from '../known/known';
import { type Happening, happeningsOf } from '../reactions/happenings';
import { WINDOWS } from '../reactions/reaction';
import { reactionOf } from '../reactions/reactions-of';
import type { InsightReaction, ReactionInsight } from './insight';
import { insightAt } from './insight-at';

const LAST_DAY = Math.max(...WINDOWS.map(({ to }) => to));
/** Windows run from the close before their first day. */
const FIRST_DAY = Math.min(...WINDOWS.map(({ from }) => from)) - 1;

/** The reactions whose last window ends with the bar at a place, and of which no bar is missing. */
export function reactionInsights(known: Known, place: number): readonly ReactionInsight[] {
  const day0 = known.ordinals[place]! - LAST_DAY;
  const from = place - LAST_DAY + FIRST_DAY;
  // Bars without a gap are as many as their sessions.
  if (from < 0 || known.ordinals[from] !== day0 + FIRST_DAY) return [];
  return happeningsOf(known)
    .filter(({ day0Ordinal }) => day0Ordinal === day0)
    .map((happening) =>
      insightAt(known, {
        ...{ kind: 'reactionComplete' as const, place, from, detail: happening.act.of },
        data: { reaction: figuresOf(known, happening) },
      }),
    );
}

function figuresOf(known: Known, happening: Happening): InsightReaction {
  const reaction = reactionOf(known, happening);
  const { of, announcementId, timing, assumed, baseSession, day0, relation, streak, begun, notes } = reaction;
  const { totalReturn, marketCapChange, gapReturn, openToClose, volumeRatio } = reaction;
  const { kind: announcementKind, headline } = happening.act;
  return {
    ...{ of, announcementId, announcementKind, headline, timing, assumed, baseSession, day0 },
    ...{ return: reaction.return, totalReturn, marketCapChange, gapReturn, openToClose, volumeRatio },
    windows: reaction.windows.map(({ complete: _, through: __, ...figures }) => figures),
    ...{ relation, streak, begun, notes },
  };
}
