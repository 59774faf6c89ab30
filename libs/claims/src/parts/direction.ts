import type { Claim } from '@streakline/events';
import { inWords } from '../figures/in-words';
import type { Measured } from '../figures/measurement';
import { measurementsOf } from '../figures/measurements-of';
import type { Stage } from '../stage/stage';
import { locateStreak } from '../streaks/locate-streak';
import { type Finding, uncheckable } from '../verdict/finding';
import type { Verdict } from '../verdict/verdict';

/** A price that moved by less than this is "flat" and "little changed"; a convention of ours. */
const UNCHANGED = 0.001;

/** Prose says streak from two on. */
const STREAK = 2;

/** Up, down or neither. Of a streak: whether there is one that way at all. */
export function directionOf(stage: Stage, claim: Claim): readonly Finding[] {
  const { direction, length, span, change, level, record, relation } = claim;
  if (direction === undefined) return [];
  if (length !== undefined) return [ofStreak(stage, claim)];
  // "A record low" has its direction in the record already.
  const onlyNamed = span === undefined && change === undefined && relation === undefined;
  if (onlyNamed && (level !== undefined || record !== undefined)) return [];
  return measurementsOf(stage, claim).map(({ measurement, span: ends }): Finding => {
    if ('missing' in measurement) return { ...measurement, verdict: 'uncheckable' };
    const verdict = judged(direction, measurement);
    const when = ends === undefined ? 'outside of the hours' : `by ${stage.session(ends.last)}`;
    return { reading: measurement.reading, verdict, why: `${movedInWords(stage, measurement, claim)} ${when}.` };
  });
}

function ofStreak(stage: Stage, claim: Claim): Finding {
  const located = locateStreak(stage, claim);
  if ('missing' in located) return uncheckable(located.missing, located.why);
  if (located.streak === null) return { reading: [], verdict: 'contradicted', why: located.why };
  const { sign, base, last, length } = located.streak;
  const moved = sign === 1 ? 'rose' : 'fell';
  if (length >= Math.min(STREAK, claim.length?.figure.value ?? STREAK)) {
    const why = `The closes from ${stage.session(base + 1)} to ${stage.session(last)} ${moved}.`;
    return { reading: [], verdict: 'supported', why };
  }
  const why = `Only one of the closes, that of ${stage.session(last)}, ${moved}: that is no streak.`;
  return { reading: [], verdict: 'contradicted', why };
}

function judged(direction: NonNullable<Claim['direction']>, { low, high }: Measured): Verdict {
  if (direction === 'up') return high > 0 ? 'supported' : 'contradicted';
  if (direction === 'down') return low < 0 ? 'supported' : 'contradicted';
  return low < UNCHANGED && high > -UNCHANGED ? 'supported' : 'contradicted';
}

function movedInWords({ known: { listing } }: Stage, { low, high }: Measured, { change }: Claim): string {
  const what = change?.of === 'marketCap' ? 'The market value' : 'The price';
  const unit = change?.unit === 'currency' ? (change.currency ?? listing.currency) : 'fraction';
  if (low !== high) return `${what} stood ${inWords(low, unit)} to ${inWords(high, unit)} from the close before,`;
  if (low === 0) return `${what} did not move`;
  return `${what} ${low > 0 ? 'rose' : 'fell'} ${inWords(Math.abs(low), unit)}`;
}
