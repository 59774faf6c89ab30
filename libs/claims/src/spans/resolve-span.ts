import type { AnnouncementMention, Claim } from '@streakline/events';
import { type FoundAnnouncement, findAnnouncement } from '../announcements/find-announcement';
import type { Stage } from '../stage/stage';
import { locateStreak } from '../streaks/locate-streak';
import type { ReadingCode } from '../verdict/reading';
import { endOfKnown, lastOnes, noBar, oneSession, sessionsBetween, sinceDate } from './span-of-dates';
import type { SpanReading } from './span-reading';

/** The spans that a claim's figures may be of, what its words mean first coming first. */
export function spansOf(stage: Stage, claim: Claim): readonly SpanReading[] {
  const { span } = claim;
  if (span === undefined) return impliedSpans(stage, claim);
  switch (span.is) {
    case 'session':
      return oneSession(stage, span.on);
    case 'range':
      return [sessionsBetween(stage, span.from, span.to)];
    case 'since':
      return [sinceDate(stage, span.from)];
    case 'sinceAnnouncement':
      return [sinceAnnouncement(stage, findAnnouncement(stage, span.announcement), [])];
    case 'lastSessions':
      return lastOnes(stage, span.sessions, span.unit ?? 'session');
    case 'streakOf':
      return spansOfStreak(stage, span.claimId);
  }
}

/** Without dates: the streak that the claim tells, the announcement that it is tied to, else the day of the article. */
function impliedSpans(stage: Stage, claim: Claim): readonly SpanReading[] {
  const { length, relation } = claim;
  if (length !== undefined) return streakSpans(stage, claim);
  if (relation === undefined) return latestSession(stage);
  return ofAnnouncement(stage, relation.announcement, relation.is);
}

/** "Fell 5% after its report": on day 0, or from then to the article. Ahead of it: the base session. */
function ofAnnouncement(
  stage: Stage,
  mention: AnnouncementMention,
  relation: 'following' | 'preceding' | 'onDayOf',
): readonly SpanReading[] {
  const found = findAnnouncement(stage, mention);
  if ('missing' in found) return [{ reading: [], ...found }];
  const { dayZero } = found.happening;
  if (dayZero === null) return [outsideCalendar()];
  if (relation === 'preceding') return oneSession(stage, dayZero.baseSession);
  const [first, second] = dayZero.candidates;
  const onDayZero =
    first === undefined || second === undefined
      ? oneSession(stage, dayZero.day0)
      : [
          ...readAs('firstCandidate', oneSession(stage, first)),
          ...readAs('secondCandidate', oneSession(stage, second)),
        ];
  if (relation === 'onDayOf') return onDayZero;
  return [...readAs('dayZero', onDayZero), sinceAnnouncement(stage, found, ['sinceAnnouncement'])];
}

function sinceAnnouncement(stage: Stage, found: FoundAnnouncement, reading: readonly ReadingCode[]): SpanReading {
  if ('missing' in found) return { reading, ...found };
  const { dayZero } = found.happening;
  if (dayZero === null) return outsideCalendar();
  const end = endOfKnown(stage, stage.publishedOn);
  if (typeof end !== 'number') return end;
  const base = stage.placeAtOrBefore(dayZero.baseSession);
  if (base === -1) return noBar(stage, dayZero.baseSession);
  if (end > base) return { reading, base, last: end, within: false };
  const why = `No session that could react to the announcement had closed when the article appeared.`;
  return { reading, missing: `a close from ${dayZero.day0} on, known to the article`, why };
}

function outsideCalendar(): SpanReading {
  const missing = "a calendar of the exchange that reaches to the announcement's date";
  return { reading: [], missing, why: 'The announcement lies outside the years that the calendar covers.' };
}

/** The session of the article's date if it has one; on another day, and before the open, the last that closed. */
function latestSession(stage: Stage): readonly SpanReading[] {
  const today = stage.publishedOn;
  const isToday = stage.isSession(today) === true;
  if (isToday && stage.closedBefore(today) !== 'no') return oneSession(stage, today);
  const last = stage.lastSessionClosed();
  const opened = isToday && stage.hasOpened(today);
  const lastClose = last === null ? [] : oneSession(stage, last);
  if (!opened) return lastClose;
  return [...readAs('withinSession', oneSession(stage, today)), ...readAs('atClose', lastClose)];
}

function readAs(code: ReadingCode, spans: readonly SpanReading[]): readonly SpanReading[] {
  return spans.map((span) => ({ ...span, reading: [code, ...span.reading] }));
}

/** The streak that another claim tells; where it is said to follow an announcement, also only what did follow it. */
function spansOfStreak(stage: Stage, claimId: string): readonly SpanReading[] {
  const claim = stage.claims.find(({ id }) => id === claimId);
  if (claim !== undefined) return streakSpans(stage, claim);
  const why = `The streak that it is tied to, claim ${claimId}, no longer stands.`;
  return [{ reading: [], missing: `claim ${claimId} of the article`, why }];
}

function streakSpans(stage: Stage, claim: Claim): readonly SpanReading[] {
  const located = locateStreak(stage, claim);
  if ('missing' in located) return [located];
  if (located.streak === null) return [{ reading: [], missing: 'the streak that it is tied to', why: located.why }];
  const { base, last } = located.streak;
  const whole = { reading: [], base, last, within: false };
  const after = afterAnnouncement(stage, claim, base, last);
  return after === null ? [whole] : [{ ...whole, reading: ['wholeStreak'] }, after];
}

function afterAnnouncement(stage: Stage, { relation }: Claim, base: number, last: number): SpanReading | null {
  if (relation?.is !== 'following') return null;
  const found = findAnnouncement(stage, relation.announcement);
  if ('missing' in found || found.happening.dayZero === null) return null;
  const from = stage.placeAtOrBefore(found.happening.dayZero.baseSession);
  if (from <= base) return null;
  if (from < last) return { reading: ['afterAnnouncement'], base: from, last, within: false };
  const why = 'The streak was over before any session could react to the announcement.';
  return { reading: ['afterAnnouncement'], missing: 'a session of the streak after the announcement', why };
}
