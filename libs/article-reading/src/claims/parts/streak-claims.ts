import { lowerAt } from '../words/tokens';
import type { Predicate } from '../sentence/predicates';
import type { SentenceReading } from '../sentence/sentence-reading';
import type { Stretch } from '../sentence/stretch';
import type { TimePhrase } from '../when/time-phrase';
import { earlier } from '../when/days';
import type { Named } from '../whose/names';
import { type SubjectFound, subjectOf } from '../whose/subject-of';
import { otherFigures, stockNouns } from '../words/nouns';
import type { Draft, DraftSpan } from './draft';
import { relationOf } from './figure-claims';
import { spanFrom, timeOf, type Timed } from './span-of';
import type { Story } from './story';
import { hoped } from './hoped';
import { everyDayAt, isOver, type StreakPhrase } from '../sentence/streaks';
import { brokenBetween } from '../sentence/clauses';

/** "sank for nine days straight", "its ninth straight loss", "snapped a nine-day losing streak". */
export function streakClaim(story: Story, streak: StreakPhrase): Draft[] {
  const verb = verbOfStreak(story.reading, streak);
  const direction = streak.direction ?? verb?.direction ?? null;
  const own = ownVerb(verb, direction);
  const found = subjectOfStreak(story, streak, own);
  const [whose] = found?.whose ?? [];
  if (direction === null || found === null || whose === undefined) return [];
  const front = own === null ? streak.start : own.verb;
  const timed: Timed = {
    clause: found.start,
    verb: front,
    start: front,
    end: streak.end,
    whose,
    inherited: found.inherited,
    finite: false,
    closing: false,
  };
  const untold = hoped(story.reading.tokens, streak.start) || movedOther(story.reading, own, streak);
  const place = untold ? null : placeOf(story, streak, timed);
  if (place === null) return [];
  const { figure, unit } = streak;
  const length = figure === null ? {} : { length: { figure, unit } };
  const draft = {
    start: Math.min(found.start, front),
    anchor: streak.start,
    verb: front,
    direction,
    ...length,
    ...place,
  };
  return found.whose.map((each) => ({ ...draft, whose: each }));
}

/** "Closed higher, snapping a nine-day losing streak": the verb is not the streak's own. */
function ownVerb(verb: Predicate | null, direction: StreakPhrase['direction']): Predicate | null {
  return verb !== null && verb.direction === direction ? verb : null;
}

/** "Gained users for nine straight months": the verb's object is what rose. */
function movedOther({ tokens }: SentenceReading, own: Predicate | null, { start }: StreakPhrase): boolean {
  return own !== null && tokens.slice(own.at + 1, start).some(({ lower }) => otherFigures.has(lower));
}

/** When a streak was and what it is tied to, and how far the words for that reach. Null: it cannot be told. */
function placeOf(story: Story, streak: StreakPhrase, timed: Timed): Pick<Draft, 'span' | 'relation' | 'end'> | null {
  const time = isOver(story.reading.tokens, streak) ? null : timeOf(story, timed);
  const span = time === null ? undefined : streakSpan(time, story, timed);
  if (span === null) return null;
  const tie = relationOf(story, timed, timed.whose);
  const relation = tie === null || tie.foreign ? null : tie;
  const near = time !== null && time.end - streak.end < QUOTED_TIME ? time.end : 0;
  return {
    end: Math.max(streak.end, near, relation?.end ?? 0),
    ...(span === undefined ? {} : { span }),
    ...(relation === null ? {} : { relation: relation.relation }),
  };
}

/** A time farther away, in words, is not quoted with its streak. */
const QUOTED_TIME = 20;

/** A streak as it stood on a day, or within a span; "this year" and "since" only say that it was then. */
function streakSpan({ when }: TimePhrase, story: Story, { whose }: Timed): DraftSpan | null | undefined {
  if (when.is === 'unclear') return null;
  return when.is === 'day' || when.is === 'range' ? spanFrom(when, story, whose) : undefined;
}

function subjectOfStreak(story: Story, streak: StreakPhrase, verb: Predicate | null): SubjectFound | null {
  const behind = namedBehind(story.reading, streak);
  if (behind !== null) return { whose: [behind], inherited: false, start: streak.start };
  return subjectOf(story.reading, verb?.verb ?? streak.start, story.topic);
}

/** "a nine-day losing streak for Amazon", "ninth straight loss for shares of Amazon". */
function namedBehind({ tokens, names }: SentenceReading, { end, direction }: StreakPhrase): Named | null {
  if (direction === null || !/^(?:for|in)$/.test(lowerAt(tokens, end))) return null;
  return (
    names.find(
      ({ start }) =>
        start > end &&
        start <= end + 4 &&
        tokens.slice(end + 1, start).every(({ lower }) => stockNouns.has(lower) || /^(?:of|the|in)$/.test(lower)),
    ) ?? null
  );
}

/** "fell every day this week": as long as the sessions that were over by then, at least. */
export function everyDayClaim(story: Story): Draft[] {
  const every = everyDayAt(story.reading.tokens);
  if (every === null) return [];
  const verb = verbOfStreak(story.reading, every);
  const found = verb === null ? null : subjectOf(story.reading, verb.verb, story.topic);
  const [whose] = found?.whose ?? [];
  if (verb === null || found === null || whose === undefined) return [];
  const time = timeWithin(story, every);
  if (time?.when.is !== 'range') return [];
  const sessions = story.sessionsOf(whose);
  const to = earlier(time.when.to, sessions.lastClosed(story.publication));
  const value = sessions.count(time.when.from, to);
  if (value < 2) return [];
  const length = { figure: { value, wording: 'atLeast', resolution: 1 }, unit: 'session' } as const;
  const span = { is: 'range', from: time.when.from, to } as const;
  const draft = {
    start: found.start,
    end: Math.max(every.end, time.end),
    anchor: every.start,
    verb: verb.at,
    direction: verb.direction,
    length,
    span,
  };
  return found.whose.map((each) => ({ ...draft, whose: each }));
}

function timeWithin({ reading }: Story, { start, end }: Stretch): TimePhrase | undefined {
  return reading.times.find((time) => time.start >= start - 1 && time.start <= end + 2);
}

/** The verb that a streak's direction comes from: the nearest before it in its thought. */
function verbOfStreak(reading: SentenceReading, { start }: Stretch): Predicate | null {
  const before = reading.predicates.findLast(({ at, use }) => at < start && use !== 'noun');
  if (before === undefined || start - before.at > 16 || brokenBetween(reading, before.at, start)) return null;
  return before;
}
