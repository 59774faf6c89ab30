import type { Claim } from '@streakline/events';
import type { Session } from '@streakline/market-time';
import { dateOf, findAnnouncement } from '../announcements/find-announcement';
import { isGap, type SpanReading } from '../spans/span-reading';
import { spansOf } from '../spans/resolve-span';
import type { Stage } from '../stage/stage';
import { locateStreak } from '../streaks/locate-streak';
import { type Finding, uncheckable } from '../verdict/finding';
import type { ReadingCode } from '../verdict/reading';

type Relation = NonNullable<Claim['relation']>;

/** How the sessions lie to an announcement. That one caused the other no tape can show. */
export function relationOf(stage: Stage, claim: Claim): readonly Finding[] {
  const { relation } = claim;
  if (relation === undefined) return [];
  const found = findAnnouncement(stage, relation.announcement);
  if ('missing' in found) return [uncheckable(found.missing, found.why, ['order'])];
  const { dayZero } = found.happening;
  if (dayZero === null) {
    const why = `The announcement of ${dateOf(found.happening, stage)} lies outside the calendar of ${stage.known.exchange.mic}.`;
    return [uncheckable("a calendar that reaches to the announcement's date", why, ['order'])];
  }
  const place = sessionsTold(stage, claim);
  if ('missing' in place) return [uncheckable(place.missing, place.why, ['order'])];
  stage.evidence.bars(place.base, place.last);
  stage.evidence.rule('day 0: the first session whose close is after the announcement');
  const candidates: readonly Session[] = dayZero.assumed ? dayZero.candidates : [dayZero.day0];
  return candidates.map((day0, i): Finding => {
    const codes: readonly ReadingCode[] = ['order', ...candidateCode(candidates.length, i)];
    return { reading: codes, ...order(stage, relation, place, day0) };
  });
}

/** Apart from the order in time: a date that is not the one on record, and a cause. */
export function relationAside(stage: Stage, { relation }: Claim): readonly Finding[] {
  if (relation === undefined) return [];
  const findings: Finding[] = [];
  const found = findAnnouncement(stage, relation.announcement);
  if (!('missing' in found) && found.otherDate !== null) {
    const why = `The announcement on record is of ${found.otherDate}, not of ${relation.announcement.on}.`;
    findings.push({ reading: ['date'], verdict: 'contradicted', why });
  }
  if (relation.causal) {
    const why = 'That one thing caused another cannot be read from prices; only their order can.';
    findings.push(uncheckable('a proof of the cause, which no tape holds', why, ['cause']));
  }
  return findings;
}

function candidateCode(count: number, i: number): readonly ReadingCode[] {
  if (count < 2) return [];
  return [i === 0 ? 'firstCandidate' : 'secondCandidate'];
}

interface Told {
  readonly base: number;
  readonly last: number;
}

/** The sessions that are said to follow, precede or be the day. */
function sessionsTold(stage: Stage, claim: Claim): Told | Extract<SpanReading, { missing: string }> {
  if (claim.length === undefined) {
    const spans = spansOf(stage, claim);
    const span = spans.find((one) => !isGap(one)) ?? spans[0];
    return span ?? { reading: [], missing: 'the sessions that it speaks of', why: 'It names no sessions.' };
  }
  const located = locateStreak(stage, claim);
  if ('missing' in located) return located;
  return located.streak ?? { reading: [], missing: 'the streak that it speaks of', why: located.why };
}

function order(stage: Stage, { is }: Relation, { base, last }: Told, day0: Session): Omit<Finding, 'reading'> {
  const all = stage.known.sessions.slice(base + 1, last + 1);
  const before = all.filter((session) => session < day0);
  const count = `${before.length} of ${all.length} ${all.length === 1 ? 'session' : 'sessions'}`;
  const named = before.length > 0 && before.length < all.length ? ` (${inWords(before)})` : '';
  const first = `day 0, ${day0}, the first session that could react`;
  if (is === 'onDayOf') {
    const why = all.includes(day0) ? `It includes ${first}.` : `It does not include ${first}.`;
    return { verdict: all.includes(day0) ? 'supported' : 'contradicted', why };
  }
  const isTrue = is === 'following' ? before.length === 0 : before.length === all.length;
  const why = `${before.length === 0 ? 'No session of it' : count}${named} came before ${first}.`;
  return { verdict: isTrue ? 'supported' : 'contradicted', why };
}

function inWords(sessions: readonly Session[]): string {
  return sessions.length <= 3 ? sessions.join(', ') : `${sessions[0]} to ${sessions.at(-1)}`;
}
