import { isDeepStrictEqual } from 'node:util';
import { boundaryAt, brokenBetween, clauseBefore } from '../sentence/clauses';
import { lowerAt, phraseAt, phrases, type Token } from '../words/tokens';
import type { TimePhrase, When } from '../when/time-phrase';
import type { Whose } from '../whose/names';
import type { Draft, DraftSpan } from './draft';
import type { RelationPhrase } from './relations';
import type { Story } from './story';

/** A figure, or a streak, whose time is asked for. */
export interface Timed {
  /** Where its clause begins, and its verb. */
  readonly clause: number;
  readonly verb: number;
  readonly start: number;
  readonly end: number;
  readonly whose: Whose;
  /** Its clause has no subject of its own, and goes on with what was told before. */
  readonly inherited: boolean;
  /** It has a finite verb of its own ("..., fell 2%"; not "..., losing 2%"). */
  readonly finite: boolean;
  /** Its verb says that it is of the close. */
  readonly closing: boolean;
}

/** The time that a sentence gives a figure: the nearest behind it, else between verb and figure, else in front. */
export function timeOf({ reading, relations, records }: Story, timed: Timed): TimePhrase | null {
  // The date of a report, or of a record's last like, is no date of the figure.
  const taken = [...relations, ...records];
  const free = reading.times.filter((time) => !taken.some(({ start, end }) => start < time.end && time.start < end));
  const behind = free.find(({ start }) => start >= timed.end - 1);
  if (behind !== undefined && reaches({ reading, records }, timed, behind)) return behind;
  const between = free.find(({ start, end }) => start >= Math.max(timed.verb - 3, timed.clause) && end <= timed.end);
  if (between !== undefined) return between;
  if (startsWhen({ reading }, timed)) return null;
  const front = free.filter(({ start, end }) => end <= timed.verb + 1 && !isAsOf(reading.tokens, start)).at(-1);
  if (front !== undefined && leads(reading, timed, front)) return front;
  return timed.inherited ? null : shared(reading, timed, free);
}

/** "Microsoft rose 2% while Amazon lost 1% on Thursday": the day behind the last of several is of all. */
function shared(
  { tokens, names }: Story['reading'],
  { end, whose }: Timed,
  free: readonly TimePhrase[],
): TimePhrase | null {
  const time = free.findLast(({ start, when }) => start >= end && when.is === 'day');
  if (time === undefined || time.end < tokens.length - 2) return null;
  const others = names.some(
    ({ start, instrument }) => start >= end && start < time.start && instrument !== whose.instrument,
  );
  const ties = tokens
    .slice(end, time.start)
    .every(({ lower }) => !/^(?:after|before|which|who|since|when|because|as)$/.test(lower));
  return others && ties ? time : null;
}

/** "As of mid-July, the sell-off has cost...": the date of a stock, not of a move. */
function isAsOf(tokens: readonly Token[], start: number): boolean {
  return lowerAt(tokens, start - 1) === 'of' && lowerAt(tokens, start - 2) === 'as';
}

/** No other figure or verb comes before it, and no thought breaks off. */
function reaches(
  { reading, records }: Pick<Story, 'reading' | 'records'>,
  { end, verb }: Timed,
  time: TimePhrase,
): boolean {
  const inside = (at: number): boolean => at >= end && at < time.start;
  if (brokenBetween(reading, end, time.start)) return false;
  if (
    reading.predicates.some(
      (predicate) =>
        predicate.at !== verb &&
        inside(predicate.verb) &&
        !records.some(({ start, end: last }) => start <= predicate.at && predicate.at < last),
    )
  )
    return false;
  const aside = records.some(({ start }) => inside(start));
  if (commas(reading, end, time.start) > (aside ? 2 : 1)) return false;
  if (reading.tokens.some((_, at) => inside(at) && beginsAnother(reading.tokens, at))) return false;
  return !reading.figures.some(({ is, start }) => is === 'fraction' && inside(start));
}

/** "after", "which": the time behind them is of another thought; "after-hours" and "before the bell" are no such words. */
function beginsAnother(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:when|as|after|before|until|than|because|which|who)$/.test(lowerAt(tokens, at))) return false;
  if (lowerAt(tokens, at) === 'as' && lowerAt(tokens, at + 1) === 'of') return false;
  return tokens[at + 1]?.joined !== true && !/^(?:bell|open|opening)$/.test(lowerAt(tokens, at + 2));
}

function commas({ tokens }: Story['reading'], from: number, to: number): number {
  return tokens.slice(from, to).filter(({ text }) => text === ',').length;
}

/** It stands in the figure's own clause, or opens the sentence, and no other verb lies between. */
function leads(reading: Story['reading'], { clause, verb, inherited, finite }: Timed, time: TimePhrase): boolean {
  if (reading.predicates.some(({ at }) => at >= time.end && at < verb)) return false;
  if (brokenBetween(reading, time.end, verb)) return false;
  if (time.start >= clause) return true;
  const opening = !Array.from({ length: time.start }, (_, at) => at).some((at) => boundaryAt(reading, at));
  return opening || (inherited && !finite);
}

/** A span of a claim, from the words for it; null: they name one that cannot be told. */
export function spanFrom(when: When, story: Story, whose: Whose): DraftSpan | null {
  switch (when.is) {
    case 'day':
      return { is: 'session', on: when.on };
    case 'range':
      return { is: 'range', from: when.from, to: when.to };
    case 'since':
      return { is: 'since', from: when.from };
    case 'lastSessions':
      return { is: 'lastSessions', sessions: when.sessions };
    case 'lastDays':
      return when.days === 1
        ? { is: 'session', on: today(story, whose) }
        : { is: 'lastSessions', sessions: when.days, unit: 'day' };
    case 'someSessions':
      return streakOfLength(story, whose, when.sessions);
    case 'same':
      return when.of === 'streak' ? sameStreak(story, whose) : sameDay(story);
    case 'next':
      return nextSession(story, whose);
    case 'unclear':
      return null;
  }
}

function streakOfLength({ before, streaks }: Story, { subject }: Whose, sessions: number): DraftSpan | null {
  const streak = [...before, ...streaks].findLast(({ length }) => length !== undefined);
  const own = streak !== undefined && isDeepStrictEqual(streak.whose.subject, subject);
  return own && streak.length?.figure.value === sessions ? { is: 'streakOf' } : null;
}

function sameStreak({ before }: Story, { subject }: Whose): DraftSpan | null {
  const told = before.some(({ length, whose }) => length !== undefined && isDeepStrictEqual(whose.subject, subject));
  return told ? { is: 'streakOf' } : null;
}

/** "The selloff wiped out...", where no streak was told: the last move of the same stock. */
function sameMove({ before }: Story, { subject }: Whose): DraftSpan | null {
  const last = before.at(-1);
  return last?.span !== undefined && isDeepStrictEqual(last.whose.subject, subject) ? last.span : null;
}

/** The session told last, of whichever stock. */
function sameDay({ before }: Story): DraftSpan | null {
  const last = before.at(-1)?.span;
  return last?.is === 'session' ? last : null;
}

function nextSession(story: Story, whose: Whose): DraftSpan | null {
  const last = story.before.at(-1)?.span;
  return last?.is === 'session' ? { is: 'session', on: story.sessionsOf(whose).next(last.on) } : null;
}

/** The session that a figure without a time is of: the day of publication, or the session before it. */
export function today(story: Story, whose: Whose): string {
  return story.sessionsOf(whose).lastOnOrBefore(story.publication.day);
}

/**
 * The span of a figure for which no time is told. It is what the sentence told before, where it goes on with that;
 * what followed an announcement of another day belongs to that announcement's day 0, and has none of its own
 * (undefined). Null: it cannot be told.
 */
export function untimedSpan(
  story: Story,
  timed: Timed,
  relation: RelationPhrase | null,
  earlier: readonly Draft[],
): DraftSpan | null | undefined {
  if (timed.inherited && !timed.finite) return goingOn(story, timed, earlier.at(-1));
  if (startsWhen(story, timed)) return null;
  if (ofThatMove(story, timed)) return sameStreak(story, timed.whose) ?? sameMove(story, timed.whose);
  if (relation !== null && (relation.foreign || relation.since || relation.relation.is === 'onDayOf')) {
    return ofAnnouncement(relation);
  }
  if (relation !== null && dayBehind(story, relation)) return undefined;
  return sessionOf(story, timed, relation?.relation.announcement.on);
}

/** "The day after its report", of no date: the announcement's day 0, whenever that was. */
function dayBehind({ reading: { tokens } }: Story, { start, relation }: RelationPhrase): boolean {
  return relation.announcement.on === undefined && lowerAt(tokens, start + 1) === 'day';
}

/** "..., erasing $20 billion": of what was told before; of nothing where that could not be read. */
function goingOn(story: Story, timed: Timed, last: Draft | undefined): DraftSpan | null | undefined {
  if (last !== undefined) return last.length === undefined ? last.span : { is: 'streakOf' };
  const { figures } = story.reading;
  const unread =
    figures.some(({ is, core }) => is === 'fraction' && core < timed.verb) || perfect(story, { ...timed, clause: 0 });
  return unread ? null : sessionOf(story, timed, undefined);
}

/** "2008, when it dropped 45%": of a time that the words before tell, in a way of their own. */
function startsWhen({ reading: { tokens } }: Pick<Story, 'reading'>, { clause }: Timed): boolean {
  return lowerAt(tokens, clause) === 'when' || lowerAt(tokens, clause - 1) === 'when';
}

function ofAnnouncement({ foreign, since, relation }: RelationPhrase): DraftSpan | null | undefined {
  if (foreign) return null;
  return since ? { is: 'sinceAnnouncement', announcement: relation.announcement } : undefined;
}

/** The article's own session, unless the announcement that it followed (on `told`) was too early for that. */
function sessionOf(story: Story, timed: Timed, told: string | undefined): DraftSpan | null | undefined {
  const sessions = story.sessionsOf(timed.whose);
  const session = timed.closing ? sessions.lastClosed(story.publication) : today(story, timed.whose);
  if (told !== undefined && told !== session && sessions.next(told) !== session) return undefined;
  return perfect(story, timed) ? null : { is: 'session', on: session };
}

const THAT_MOVE = phrases(
  'streak|slide|skid|losing run|winning run|slump|selloff|sell off|rout|rally|stretch|run of losses|run of gains|plunge|drop',
);

/** "The nine-day slide erased...", "The selloff wiped out...": its clause speaks of what was told before. */
function ofThatMove({ reading }: Story, { verb }: Timed): boolean {
  const { start } = clauseBefore(reading, verb);
  for (let at = start; at < verb; at += 1) if (phraseAt(reading.tokens, at, THAT_MOVE) > 0) return true;
  return false;
}

/** "Has fallen 12%": since when is not said, and today would be a guess. */
function perfect({ reading: { tokens } }: Story, { clause, verb }: Timed): boolean {
  return tokens.slice(clause, verb).some(({ lower }) => lower === 'has' || lower === 'have' || lower === 'had');
}
