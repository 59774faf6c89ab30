import type { Claim } from '@streakline/events';
import { inWords, statedInWords } from '../figures/in-words';
import { judgeValue } from '../figures/judge-figure';
import type { Stage } from '../stage/stage';
import { locateStreak } from '../streaks/locate-streak';
import type { Streak } from '../streaks/streak';
import { calendarDays } from '../streaks/streaks-of';
import { type Finding, uncheckable } from '../verdict/finding';
import type { Stated, Unit } from '../verdict/verdict';

/** All bars of a streak are evidence, but not of one of years. */
const MOST_BARS = 60;

/** How long a streak was, counted in sessions; "days" may mean calendar days where sessions do not bear it out. */
export function lengthOf(stage: Stage, claim: Claim): readonly Finding[] {
  const { length } = claim;
  if (length === undefined) return [];
  const located = locateStreak(stage, claim);
  const unit = unitOf(length.unit);
  const stated: Stated = { value: length.figure.value, unit, wording: length.figure.wording };
  if ('missing' in located) return [{ ...uncheckable(located.missing, located.why), stated }];
  const { streak } = located;
  if (streak === null) {
    const none = judgeValue(stage, length.figure, 0, unit);
    return [{ reading: [], ...none, why: located.why, stated }];
  }
  stage.evidence.looked(streak.base, streak.last);
  for (let place = Math.max(streak.base, streak.last - MOST_BARS); place <= streak.last; place++)
    stage.evidence.bars(place);
  const judged = judgeValue(stage, length.figure, streak.length, unit);
  const not = judged.verdict === 'contradicted' ? `, not ${statedInWords(stated)}` : '';
  const bySession: Finding = { reading: [], ...judged, why: `${inSentence(stage, streak, unit)}${not}.`, stated };
  if (length.unit !== 'day' || judged.verdict === 'supported') return [bySession];
  const days = calendarDays(stage, streak.base, streak.last);
  const byCalendar = judgeValue(stage, length.figure, days, 'day');
  if (byCalendar.verdict !== 'supported') return [bySession];
  const why = `From ${stage.session(streak.base + 1)} to ${stage.session(streak.last)} are ${days} calendar days, counted with those without trading.`;
  return [
    { ...bySession, reading: ['sessions'] },
    { reading: ['calendarDays'], ...byCalendar, why, stated },
  ];
}

function unitOf(unit: NonNullable<Claim['length']>['unit']): Unit {
  if (unit === 'calendarDay') return 'day';
  return unit === 'day' ? 'session' : unit;
}

function inSentence(stage: Stage, { sign, base, last, length }: Streak, unit: Unit): string {
  const { close } = stage.known;
  const moved = sign === 1 ? 'rising' : 'falling';
  const [from, to] = [stage.session(base + 1), stage.session(last)];
  return `The closes show ${inWords(length, unit)} ${moved} in a row, ${from} to ${to} (${close[base]} to ${close[last]})`;
}
