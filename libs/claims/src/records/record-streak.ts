import type { Claim } from '@streakline/events';
import { inWords } from '../figures/in-words';
import type { Stage } from '../stage/stage';
import { locateStreak } from '../streaks/locate-streak';
import { streaksOf } from '../streaks/streaks-of';
import { type Finding, uncheckable } from '../verdict/finding';
import { boundOf, isAfter, noneFound } from './since';

/** "The longest since": a longer one contradicts, one as long does not. */
export function recordStreak(stage: Stage, claim: Claim, since: string | null): Finding {
  const located = locateStreak(stage, claim);
  if ('missing' in located) return uncheckable(located.missing, located.why);
  if (located.streak === null) return { reading: [], verdict: 'contradicted', why: located.why };
  const { sign, base, last, length } = located.streak;
  const unit = claim.length?.unit ?? 'session';
  const bound = boundOf(since);
  const longer = streaksOf(stage, unit, base).findLast(
    (one) => one.sign === sign && one.length > length && isAfter(stage.session(one.last), bound),
  );
  const counted = unit === 'calendarDay' || unit === 'day' ? 'session' : unit;
  const found = { value: length, unit: counted };
  if (longer === undefined) {
    const moved = sign === 1 ? 'rising' : 'falling';
    return { reading: [], found, ...noneFound(stage, since, last, `longer row of ${moved} closes before it`) };
  }
  stage.evidence.looked(longer.base, last);
  stage.evidence.bars(longer.base, longer.last);
  const span = `${stage.session(longer.base + 1)} to ${stage.session(longer.last)}`;
  const why = `A longer one, ${inWords(longer.length, counted)}, went from ${span}.`;
  return { reading: [], verdict: 'contradicted', why, found: { value: longer.length, unit: counted } };
}
