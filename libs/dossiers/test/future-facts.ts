import { exchange } from '@streakline/market-time';
import type { RecordedEvent } from '@streakline/events';
import fc from 'fast-check';
import { amendmentId, History } from './history';
import { SESSIONS, STORY_END } from './stories';

type Fact = (history: History) => unknown;

const calendar = exchange('XNYS');
const AFTER_THE_STORY = calendar.sessions('2021-05-11', '2021-07-30');

/**
 * Facts that became known after an instant (a millisecond after it at the soonest), whatever past they are about: bars
 * delivered late, revisions, filings, halts, delistings, announcements. Told in any number and order.
 */
export function factsAfter(instant: number): fc.Arbitrary<readonly Fact[]> {
  const coming = [...SESSIONS, ...AFTER_THE_STORY].filter((session) => calendar.hours(session).open - 1 > instant);
  const session = fc.constantFrom(...coming);
  const anySession = fc.constantFrom(...SESSIONS);
  const at = fc.integer({ min: 1, max: 20 * 86_400_000 }).map((after) => new Date(instant + after).toISOString());
  const price = fc.integer({ min: 18, max: 23 }).map((n) => n / 2);
  const moment = fc.oneof(
    at.map((instantOf) => ({ at: instantOf })),
    fc.record({
      on: session,
      timing: fc.constantFrom('preMarket' as const, 'intraday' as const, 'afterClose' as const),
    }),
  );
  const trading: readonly fc.Arbitrary<Fact>[] = [
    fc.tuple(session, price).map(
      ([on, close]) =>
        (h: History) =>
          h.bars({ sessions: [on], close: [close] }),
    ),
    fc.tuple(anySession, price, at).map(([on, close, publishedAt]) => {
      const publication = Math.max(Date.parse(publishedAt), calendar.hours(on).close);
      return (h: History) => h.revised(on, close, new Date(publication).toISOString());
    }),
    fc.tuple(anySession, price, at).map(([on, close, knownAt]) => {
      const known = new Date(Math.max(Date.parse(knownAt), calendar.hours(on).close)).toISOString();
      return (h: History) => h.bars({ sessions: [on], close: [close], volume: [1_000] }, null, known);
    }),
    at.map((from) => (h: History) => h.halted(from)),
    session.map((last) => (h: History) => h.delisted(last)),
    fc.tuple(anySession, session).map(
      ([last, announcedOn]) =>
        (h: History) =>
          h.delisted(last, { announcedOn }),
    ),
  ];
  const capital: readonly fc.Arbitrary<Fact>[] = [
    session.map((exDate) => (h: History) => h.split(exDate, 1, 4)),
    fc.tuple(session, price).map(
      ([exDate, amount]) =>
        (h: History) =>
          h.dividend(exDate, amount),
    ),
    fc.tuple(session, price).map(
      ([exDate, value]) =>
        (h: History) =>
          h.distribution(exDate, value),
    ),
    fc.tuple(anySession, at, price).map(
      ([on, filedAt, shares]) =>
        (h: History) =>
          h.shareCount(on, shares, { filedAt }),
    ),
    session.map((from) => (h: History) => h.renamed('LATER', 'XNAS', from)),
  ];
  const words: readonly fc.Arbitrary<Fact>[] = [
    fc.tuple(moment, fc.nat(9)).map(
      ([told, i]) =>
        (h: History) =>
          h.announced(`later ${i}`, told),
    ),
    fc.tuple(fc.option(moment), at).map(
      ([told, saidAt]) =>
        (h: History) =>
          h.scheduled(told, saidAt),
    ),
    fc.tuple(at, at, price).map(
      ([on, known, value]) =>
        (h: History) =>
          h.observed(on, value, known),
    ),
  ];
  const reachable = coming.length === 0 ? [] : [...trading, ...capital, ...words];
  return reachable.length === 0 ? fc.constant([]) : fc.array(fc.oneof(...reachable), { minLength: 1, maxLength: 12 });
}

const ROOM = 1_000;

/** The events of a history with those facts among them, at random places of the log. What the history held keeps its order, and its positions in steps of a thousand. */
export function withFacts(
  history: History,
  facts: readonly Fact[],
  places: readonly number[],
): { readonly alone: readonly RecordedEvent[]; readonly together: readonly RecordedEvent[] } {
  const alone = history.events.map((event) => ({ ...event, position: event.position * ROOM }));
  const later = new History(history.instrumentId, history.mic);
  facts.forEach((fact) => fact(later));
  const among = later.events.map((event, i) => ({
    ...event,
    position: (places[i % places.length] ?? 0) * ROOM + 1 + i,
  }));
  return { alone, together: [...among, ...alone] };
}

/** What was announced, with one amendment more, made at an instant: the record as the write side would hand it on. */
export function amended(event: RecordedEvent, name: string, at: string): RecordedEvent {
  const { announcement, ...rest } = event.data as { announcement: { amendments: readonly object[] } };
  const amendments = [...announcement.amendments, { id: amendmentId(`later ${name}`), moment: { at } }];
  return { ...event, data: { ...rest, announcement: { ...announcement, amendments } } };
}

/** Instants of a story: around its closes, and a little after its end. */
export const storyInstants: fc.Arbitrary<number> = fc
  .nat(SESSIONS.length - 1)
  .chain((i) =>
    fc.constantFrom(-7 * 3_600_000, -1, 0, 1, 7 * 3_600_000).map((after) => calendar.hours(SESSIONS[i]!).close + after),
  )
  .filter((instant) => instant <= STORY_END + 86_400_000);
