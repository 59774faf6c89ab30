import { exchange } from '@streakline/market-time';
import fc from 'fast-check';
import { amendmentId, History } from './history';

/** The sessions that random stories play in: a spring with a holiday, around a clock change. */
export const SESSIONS = exchange('XNYS').sessions('2021-02-25', '2021-05-10');
/** Their last close. */
export const STORY_END = exchange('XNYS').hours(SESSIONS.at(-1)!).close;

type Step = (history: History) => void;

const place = fc.nat(SESSIONS.length - 1);
const session = place.map((i) => SESSIONS[i]!);
// Few different closes, so that unchanged ones are common.
const price = fc.integer({ min: 18, max: 23 }).map((n) => n / 2);
const instant = place.chain((i) =>
  fc.constantFrom(-3_600_000, 0, 5 * 3_600_000).map((after) => new Date(closeOf(SESSIONS[i]!) + after).toISOString()),
);
const moment = fc.oneof(
  instant.map((at) => ({ at })),
  session.map((on) => ({ on })),
  fc.record({ on: session, timing: fc.constantFrom('preMarket' as const, 'intraday' as const, 'afterClose' as const) }),
);
const name = fc.constantFrom('first', 'second', 'third');

const bars = (basis: fc.Arbitrary<string | null>): fc.Arbitrary<Step> =>
  fc
    .record({
      start: place,
      rows: fc.array(fc.tuple(price, fc.option(fc.nat(1_000))), { minLength: 1, maxLength: 25 }),
      basis,
      late: fc.boolean(),
    })
    .map(({ start, rows, basis, late }) => (history) => {
      const sessions = SESSIONS.slice(start, start + rows.length);
      const delivered = rows.slice(0, sessions.length);
      const columns = {
        sessions: [...sessions],
        close: delivered.map(([close]) => close),
        volume: delivered.map(([, volume]) => volume),
      };
      history.bars(columns, basis, late ? new Date(closeOf(sessions.at(-1)!) + 60_000).toISOString() : undefined);
    });

const amended = fc.uniqueArray(fc.record({ act: fc.constantFrom('a', 'b'), moment }), {
  selector: ({ act }) => act,
  maxLength: 2,
});

const others: readonly fc.Arbitrary<Step>[] = [
  fc.tuple(session, price, instant).map(
    ([on, close, at]) =>
      (h) =>
        // A revision published before its session's close is refused at the door.
        h.revised(on, close, new Date(Math.max(Date.parse(at), closeOf(on))).toISOString()),
  ),
  fc.tuple(session, fc.constantFrom<[number, number]>([1, 2], [2, 1], [2, 3])).map(
    ([on, [from, to]]) =>
      (h) =>
        h.split(on, from, to),
  ),
  fc.tuple(session, session, price).map(
    ([on, announced]) =>
      (h) =>
        h.split(on, 1, 4, announced),
  ),
  fc.tuple(session, price).map(
    ([on, amount]) =>
      (h) =>
        h.dividend(on, amount),
  ),
  fc.tuple(session, session, price).map(
    ([on, filedOn, shares]) =>
      (h) =>
        h.shareCount(on, shares, { filedOn }),
  ),
  fc.tuple(session, instant, price).map(
    ([on, filedAt, shares]) =>
      (h) =>
        h.shareCount(on, shares, { filedAt }),
  ),
  fc.tuple(name, moment, amended).map(([told, at, acts]) => (h) => {
    const amendments = acts.map(({ act, moment: later }) => ({ id: amendmentId(`${told} ${act}`), moment: later }));
    return h.announced(told, at, {}, amendments);
  }),
  fc.tuple(name, moment).map(
    ([told, at]) =>
      (h) =>
        h.retracted(told, at),
  ),
  fc.tuple(name, moment, price).map(([told, at, actual]) => (h) => {
    const measures = [{ metric: 'eps', unit: 'USD/share', actual, expected: { value: 10 } }];
    return h.measured(told, at, { period: '2021-Q1', measures });
  }),
  fc.tuple(fc.constantFrom('10', '20'), fc.option(session)).map(
    ([code, from]) =>
      (h) =>
        h.sector(code, from ?? undefined),
  ),
  fc.tuple(session, fc.option(session), fc.constantFrom('A', 'B')).map(
    ([on, from, counted]) =>
      (h) =>
        h
          .classes('A', {
            unlisted: [{ shareClass: 'B', pricedAs: 'A', worth: 2 }],
            ...(from === null ? {} : { from }),
          })
          .shareCount(on, 70, { filedOn: on, shareClass: counted }),
  ),
  fc.tuple(session, fc.constantFrom(2, 10)).map(
    ([from, sharesPerUnit]) =>
      (h) =>
        h.unit({ from, sharesPerUnit }),
  ),
  session.map((from) => (h) => h.renamed('NEW', 'XNAS', from)),
];

const optionalSession = fc.option(session, { nil: undefined });

/** What happens to its trading, and what is expected and observed of it. */
const life: readonly fc.Arbitrary<Step>[] = [
  fc.tuple(instant, fc.option(fc.integer({ min: 1, max: 3 * 86_400_000 }))).map(
    ([from, length]) =>
      (h) =>
        h.halted(from, length === null ? undefined : new Date(Date.parse(from) + length).toISOString(), 'news pending'),
  ),
  fc.tuple(session, fc.option(price), optionalSession).map(
    ([on, cash, announcedOn]) =>
      (h) =>
        h.delisted(on, { ...(cash === null ? {} : { cashPerShare: cash }), ...(announcedOn ? { announcedOn } : {}) }),
  ),
  fc.tuple(session, price, fc.constantFrom('spinOff' as const, 'special' as const), optionalSession).map(
    ([on, value, kind, announcedOn]) =>
      (h) =>
        h.distribution(on, value, kind, announcedOn),
  ),
  fc.tuple(fc.option(moment), instant, fc.constantFrom(undefined, '2021-Q1')).map(
    ([to, at, period]) =>
      (h) =>
        h.scheduled(to, at, period),
  ),
  fc.tuple(instant, instant, price, fc.constantFrom('desk', 'wire')).map(
    ([at, known, value, source]) =>
      (h) =>
        h.observed(at, value, known > at ? known : at, 'impliedMove', source),
  ),
];

/** A random history of one listed instrument; bars raw only where asked for. */
export function stories(bases: 'any' | 'raw'): fc.Arbitrary<History> {
  const basis = bases === 'raw' ? fc.constant(null) : fc.option(session);
  const steps = fc.array(fc.oneof({ weight: 6, arbitrary: bars(basis) }, ...others, ...life), {
    minLength: 1,
    maxLength: 14,
  });
  return fc.tuple(steps, fc.nat(3)).map(([told, listedAfter]) => {
    const history = new History();
    told.slice(0, listedAfter).forEach((step) => step(history));
    history.listed();
    told.slice(listedAfter).forEach((step) => step(history));
    return history;
  });
}

function closeOf(on: string): number {
  return exchange('XNYS').hours(on).close;
}
