import type { Claim } from '@streakline/events';
import { findAnnouncement } from '../announcements/find-announcement';
import { admits, toleranceOf } from '../figures/tolerance';
import { isGap, type SpanGap } from '../spans/span-reading';
import { endOfKnown, oneSession, sessionsBetween, sinceDate } from '../spans/span-of-dates';
import type { Stage } from '../stage/stage';
import type { Streak, StreakUnit } from './streak';
import { streak, streaksOf } from './streaks-of';

/** The streak that a claim speaks of: the one that bears it out, else the one that it must have meant; or none, or a gap. */
export type Located = { readonly streak: Streak | null; readonly why: string } | SpanGap;

/** A streak told without dates ended within this many times its stated length before the article: who reports a streak of two does not mean one of last month. */
const LOOK_BACK = 5;

/** No streak on record anywhere is nearly as long: a bound for what need not be looked through. */
const LONGEST = 500;

export function locateStreak(stage: Stage, claim: Claim): Located {
  const unit = claim.length?.unit ?? 'session';
  return unit === 'week' || unit === 'month' ? ofPeriods(stage, claim, unit) : ofSessions(stage, claim, unit);
}

function ofPeriods(stage: Stage, claim: Claim, unit: 'week' | 'month'): Located {
  const end = endOfKnown(stage, boundOf(claim) ?? stage.publishedOn);
  if (typeof end !== 'number') return end;
  const all = streaksOf(stage, unit, end).filter((one) => isWanted(claim, one));
  const latest = all.at(-1);
  const recent = all.filter(({ last }) => last > end - (unit === 'week' ? 10 : 45));
  return chosen(
    claim,
    recent.length > 0 ? recent : latest === undefined ? [] : [latest],
    `No such row of ${unit}s is on the tape.`,
  );
}

function boundOf({ span }: Claim): string | null {
  if (span?.is === 'session') return span.on;
  return span?.is === 'range' ? span.to : null;
}

function ofSessions(stage: Stage, claim: Claim, unit: StreakUnit): Located {
  const { span, relation } = claim;
  if (span?.is === 'session') return asOfSession(stage, claim, unit, span.on);
  if (span?.is === 'range') return within(stage, claim, unit, () => sessionsBetween(stage, span.from, span.to));
  if (span?.is === 'since') return within(stage, claim, unit, () => sinceDate(stage, span.from));
  const end = endOfKnown(stage, stage.publishedOn);
  if (typeof end !== 'number') return end;
  const mention = span?.is === 'sinceAnnouncement' ? span.announcement : relation?.announcement;
  const around = mention && aroundAnnouncement(stage, claim, unit, end);
  return around ?? recent(stage, claim, unit, end);
}

/** "Its ninth straight loss on Tuesday": as it stood at that close. */
function asOfSession(stage: Stage, claim: Claim, unit: StreakUnit, on: string): Located {
  const [place] = oneSession(stage, on);
  if (place === undefined || isGap(place)) return place ?? { reading: [], missing: on, why: on };
  if (place.within) {
    const why = `The article appeared before the close of ${on}, which the streak would need.`;
    return { reading: [], missing: `the close of ${on}, known to the article`, why };
  }
  stage.evidence.looked(place.base, place.last);
  stage.evidence.bars(place.base, place.last);
  const there = streaksOf(stage, unit, place.last).filter(({ last }) => last === place.last);
  const { close } = stage.known;
  const why = `The close of ${on} (${close[place.last]}, after ${close[place.base]}) does not belong to one.`;
  return chosen(
    claim,
    there.filter((one) => isWanted(claim, one)),
    why,
  );
}

/** "Every day this week": of each streak, what lies in the span. */
function within(stage: Stage, claim: Claim, unit: StreakUnit, span: () => ReturnType<typeof sessionsBetween>): Located {
  const ends = span();
  if (isGap(ends)) return ends;
  stage.evidence.looked(ends.base, ends.last);
  const clipped = streaksOf(stage, unit, ends.last)
    .filter((one) => isWanted(claim, one) && one.last > ends.base)
    .map((one) => streak(stage, unit, one.sign, Math.max(one.base, ends.base), one.last));
  return chosen(
    claim,
    clipped,
    `No close from ${stage.session(ends.base + 1)} to ${stage.session(ends.last)} moved that way.`,
  );
}

/** A streak that is tied to an announcement: one that contains its day 0, or lies near it. Undefined where that is not on record. */
function aroundAnnouncement(stage: Stage, claim: Claim, unit: StreakUnit, end: number): Located | undefined {
  const mention = claim.span?.is === 'sinceAnnouncement' ? claim.span.announcement : claim.relation?.announcement;
  const found = mention && findAnnouncement(stage, mention);
  if (found === undefined || 'missing' in found || found.happening.day0Ordinal === null) return undefined;
  const day0 = stage.placeBefore(found.happening.day0Ordinal + 1);
  const reach = reachOf(claim);
  const near = streaksOf(stage, unit, end)
    .filter((one) => isWanted(claim, one) && one.last >= day0 - reach && one.base < day0 + reach)
    // The one that day 0 lies in first, then the nearest.
    .sort((a, b) => distance(b, day0) - distance(a, day0));
  stage.evidence.looked(Math.max(0, day0 - reach), Math.min(end, day0 + reach));
  return near.length === 0 ? undefined : chosen(claim, near, '');
}

function distance({ base, last }: Streak, place: number): number {
  if (place > last) return place - last;
  return place <= base ? base + 1 - place : 0;
}

/** The latest that fits; else the longest of the last days. */
function recent(stage: Stage, claim: Claim, unit: StreakUnit, end: number): Located {
  const from = end - reachOf(claim);
  stage.evidence.looked(Math.max(0, from), end);
  const there = streaksOf(stage, unit, end).filter((one) => isWanted(claim, one) && one.last > from);
  const byLength = [...there].sort((a, b) => a.length - b.length || a.last - b.last);
  const fits = there.filter((one) => doesFit(claim, one));
  const why = `No close of the last ${reachOf(claim)} sessions before the article moved that way.`;
  return chosen(claim, fits.length > 0 ? fits : byLength, why);
}

function reachOf({ length }: Claim): number {
  return LOOK_BACK * Math.min(LONGEST, Math.max(1, Math.ceil(length?.figure.value ?? 1)));
}

/** Of candidates the last that fits, else the last. */
function chosen(claim: Claim, candidates: readonly Streak[], why: string): Located {
  const best = candidates.findLast((one) => doesFit(claim, one)) ?? candidates.at(-1);
  return { streak: best ?? null, why };
}

function doesFit({ length }: Claim, one: Streak): boolean {
  return length !== undefined && admits(toleranceOf(length.figure), one.length);
}

function isWanted({ direction }: Claim, { sign }: Streak): boolean {
  return direction === undefined || sign === (direction === 'up' ? 1 : -1);
}
