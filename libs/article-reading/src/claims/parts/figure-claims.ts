import { lowerAt, phraseAt, phrases } from '../words/tokens';
import type { Claim } from '@streakline/events';
import { brokenBetween } from '../sentence/clauses';
import type { Predicate } from '../sentence/predicates';
import { type SubjectFound, subjectOf } from '../whose/subject-of';
import type { TimePhrase } from '../when/time-phrase';
import type { Whose } from '../whose/names';
import type { Draft, DraftSpan } from './draft';
import { measuredIn } from './measured';
import type { RelationPhrase } from './relations';
import { spanFrom, timeOf, type Timed, untimedSpan } from './span-of';
import type { Story } from './story';

type Measured = NonNullable<Claim['change']>['measured'];

/** Where a figure stands, and the predicate that owns it. */
export interface Placed {
  readonly predicate: Predicate;
  readonly start: number;
  readonly end: number;
}

/** Where and when a figure is of, the same for all kinds of figures. */
export interface Setting {
  readonly found: SubjectFound;
  readonly span: DraftSpan | undefined;
  readonly relation: RelationPhrase | null;
  readonly measured: Measured;
  readonly start: number;
  readonly end: number;
}

/** Null: it cannot be told of whom, or of when, or it is not told as a fact. `earlier` are the claims of its sentence so far. */
export function settingOf(
  story: Story,
  { predicate, start, end }: Placed,
  earlier: readonly Draft[],
  given?: SubjectFound,
): Setting | null {
  const { reading, topic } = story;
  const front = predicate.use === 'noun' ? Math.min(start, predicate.at) : predicate.verb;
  const found = given ?? subjectOf(reading, front, topic);
  const [whose] = found?.whose ?? [];
  if (found === null || whose === undefined || untold(story, predicate, found)) return null;
  const timed = timedOf(reading, { predicate, start, end }, found, whose);
  const relation = relationOf(story, timed, whose);
  const time = timeOf(story, timed);
  const span = spanAt(story, timed, { time, relation, earlier });
  if (span === null) return null;
  const where = measured(story, timed, { predicate, span, earlier });
  if (span !== undefined && span.is !== 'session' && (where !== 'close' || ofOneDay(story, timed))) return null;
  return {
    found,
    span,
    relation,
    measured: where,
    start: Math.min(found.start, timed.start),
    end: Math.max(timed.end, within(timed, time?.end), within(timed, relation?.end)),
  };
}

function timedOf(
  reading: Story['reading'],
  { predicate, start, end }: Placed,
  found: SubjectFound,
  whose: Whose,
): Timed {
  const { verb, at, use, form, closing } = predicate;
  const front = Math.min(verb, start);
  // "..., to close 5% lower" and "... and closed" go on with what was told, as participles do.
  const goesOn = reading.tokens
    .slice(Math.max(0, verb - 3), verb)
    .some(({ lower }) => lower === 'and' || lower === 'to');
  return {
    clause: found.start,
    verb: front,
    start: front,
    end: Math.max(end, at + 1),
    whose,
    inherited: found.inherited,
    finite: use !== 'noun' && form !== 'ing' && !goesOn,
    closing,
  };
}

interface Around {
  readonly time: TimePhrase | null;
  readonly relation: RelationPhrase | null;
  readonly earlier: readonly Draft[];
}

/** Null: it cannot be told; undefined: there is none. */
function spanAt(story: Story, timed: Timed, { time, relation, earlier }: Around): DraftSpan | null | undefined {
  if (time === null) {
    if (duringUnread(story, timed)) return null;
    return duringStreak(story, timed) ? { is: 'streakOf' } : untimedSpan(story, timed, relation, earlier);
  }
  // "In the two days after the report": no span of ours has that.
  return afterSomething(story, time) ? null : spanFrom(time.when, story, timed.whose);
}

function afterSomething({ reading, relations }: Story, { when, end }: TimePhrase): boolean {
  if (when.is !== 'lastDays' && when.is !== 'lastSessions' && when.is !== 'since') return false;
  return (
    relations.some(({ start }) => start === end) || /^(?:after|following|before)$/.test(lowerAt(reading.tokens, end))
  );
}

function within(timed: Timed, end: number | undefined): number {
  return end === undefined || end - timed.end > 25 ? 0 : end;
}

/** "Could fall 10%, wiping out...": what goes on with what was not told as a fact is none either. */
function untold({ reading }: Story, { form, verb }: Predicate, { inherited }: SubjectFound): boolean {
  if (!inherited || (form !== 'ing' && form !== 'bare')) return false;
  return reading.tokens.slice(0, verb).some(({ lower }) => MODAL.test(lower));
}

const MODAL =
  /^(?:could|may|might|would|should|will|expect|expects|expected|likely|forecast|predict|predicts|predicted)$/;

/** The tie behind the figure in its own thought, or the one that opens the sentence. */
export function relationOf({ reading, relations }: Story, timed: Timed, whose: Whose): RelationPhrase | null {
  const behind = relations.find(
    ({ start }) => start >= timed.start && !reading.predicates.some(({ at, verb }) => verb >= timed.end && at < start),
  );
  const front = timed.inherited
    ? undefined
    : relations.find(
        ({ start, end }) =>
          end <= timed.verb &&
          (start >= timed.clause || start <= 1) &&
          !reading.predicates.some(({ at }) => at >= end && at < timed.verb),
      );
  const relation = behind ?? front ?? null;
  if (
    relation !== null &&
    relation.of !== null &&
    JSON.stringify(relation.of.subject) !== JSON.stringify(whose.subject)
  )
    return null;
  return relation;
}

const OVER_STREAK = phrases('over|in|during|across|through|amid');

/** "Erased $450 billion over nine consecutive sessions": of a streak that is none of ours, since nothing says that it fell. */
function duringUnread({ reading, streaks }: Story, timed: Timed): boolean {
  return reading.streaks.some(
    ({ start }) =>
      start >= timed.start &&
      start <= timed.end + 8 &&
      OVER_STREAK.some(([word]) => lowerAt(reading.tokens, start - 1) === word) &&
      !streaks.some(({ anchor }) => anchor === start),
  );
}

/** "fell 18% over nine straight sessions". */
function duringStreak({ reading: { tokens }, streaks }: Story, timed: Timed): boolean {
  return streaks.some(
    ({ anchor, length }) =>
      length !== undefined &&
      anchor >= timed.start &&
      (phraseAt(tokens, anchor - 1, OVER_STREAK) > 0 || phraseAt(tokens, anchor - 2, OVER_STREAK) > 0),
  );
}

const ONE_DAY = phrases(
  'in a single day|in one day|in just one day|in a day|single day|one day|in a single session|in one session',
);

/** "Last week it lost $120 billion in a single day": which day, nothing says. */
function ofOneDay({ reading: { tokens } }: Story, { clause, end }: Timed): boolean {
  return tokens.some((_, at) => at >= clause && at <= end + 2 && phraseAt(tokens, at, ONE_DAY) > 0);
}

interface Told {
  readonly predicate: Predicate;
  readonly span: DraftSpan | undefined;
  readonly earlier: readonly Draft[];
}

/** Where the thought of a figure begins and ends: at another verb, or a word that breaks off. */
function thought(reading: Story['reading'], { clause, verb, end }: Timed): readonly [number, number] {
  const breaks = reading.tokens.flatMap((_, at) => (brokenBetween(reading, at, at + 1) ? [at] : []));
  const moving = reading.predicates.filter(({ use }) => use !== 'noun');
  const broken = breaks.findLast((at) => at < verb) ?? -1;
  const moved = moving.findLast(({ at }) => at < verb)?.at ?? -1;
  const next = reading.predicates.find((predicate) => predicate.verb >= end)?.verb ?? reading.tokens.length;
  const stop = breaks.find((at) => at >= end) ?? next;
  return [broken >= moved ? broken + 1 : clause, Math.max(end, Math.min(next, stop))];
}

/** As the words say; where they do not, at the close, or at some moment of a session that was not over at publication. */
function measured(story: Story, timed: Timed, { predicate, span, earlier }: Told): Measured {
  const { reading, publication } = story;
  const told = measuredIn(reading.tokens, ...thought(reading, timed));
  if (told !== null) return told;
  if (predicate.closing) return 'close';
  if (timed.inherited && earlier.at(-1)?.change?.measured === 'extendedHours') return 'extendedHours';
  if (span?.is !== 'session') return 'close';
  const phase = story.sessionsOf(timed.whose).phase(publication, span.on);
  if (phase === 'before') return 'extendedHours';
  return phase === 'within' ? 'intraday' : 'close';
}

/** What every draft has. */
export function draftOf(setting: Setting, predicate: Predicate, anchor: number): Omit<Draft, 'whose'> {
  const { span, relation, start, end } = setting;
  const tie =
    relation !== null && !relation.foreign && span?.is !== 'sinceAnnouncement' ? { relation: relation.relation } : {};
  return {
    start,
    end,
    anchor,
    verb: predicate.verb,
    direction: predicate.direction,
    ...(span === undefined ? {} : { span }),
    ...tie,
  };
}
