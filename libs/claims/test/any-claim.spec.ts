import { announcementKinds, type Claim, claimSchema, wordings } from '@streakline/events';
import fc from 'fast-check';
import { claimReport, judge } from '../src';
import { amazon, claim } from './told';

/* Claims of every shape that the schema takes, sense or nonsense, against the Amazon tape at some moment. */
const told = amazon();
const known = told.known();

const near = fc
  .integer({ min: 0, max: 430 })
  .map((day) => new Date(Date.UTC(2025, 0, 1) + day * 864e5).toISOString().slice(0, 10));
const dates = fc.oneof(
  { weight: 9, arbitrary: near },
  { weight: 1, arbitrary: fc.constantFrom('0000-01-01', '9999-12-31', '1900-01-01', '2040-02-29') },
);
const figures = fc.record({
  value: fc.oneof(fc.integer({ min: 0, max: 400 }), fc.double({ min: 0, max: 1e12, noNaN: true }), fc.constant(1e18)),
  wording: fc.constantFrom(...wordings),
  resolution: fc.constantFrom(0.001, 0.01, 1, 1e9),
});
const mentions = fc.record({ kind: fc.constantFrom(...announcementKinds), on: dates }, { requiredKeys: [] });
const spans = fc.oneof(
  fc.record({ is: fc.constant('session' as const), on: dates }),
  fc.record({ is: fc.constant('range' as const), from: dates, to: dates }),
  fc.record({ is: fc.constant('since' as const), from: dates }),
  fc.record({ is: fc.constant('sinceAnnouncement' as const), announcement: mentions }),
  fc.record({
    is: fc.constant('lastSessions' as const),
    sessions: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.constant(Number.MAX_SAFE_INTEGER)),
    unit: fc.constantFrom('session' as const, 'day' as const),
  }),
  fc.record({ is: fc.constant('streakOf' as const), claimId: fc.constantFrom('c1', 'c2') }),
);
const claims = fc.record(
  {
    direction: fc.constantFrom('up' as const, 'down' as const, 'unchanged' as const),
    length: fc.record({
      figure: figures,
      unit: fc.constantFrom('session', 'day', 'calendarDay', 'week', 'month'),
    }),
    span: spans,
    relation: fc.record({
      is: fc.constantFrom('following', 'preceding', 'onDayOf'),
      announcement: mentions,
      causal: fc.boolean(),
    }),
    change: fc.record({
      of: fc.constantFrom('price', 'marketCap'),
      unit: fc.constantFrom('fraction', 'currency'),
      currency: fc.constantFrom('USD', 'EUR'),
      figure: figures,
      measured: fc.constantFrom('close', 'intraday', 'extendedHours'),
    }),
    level: fc.record({
      of: fc.constantFrom('close', 'open', 'high', 'low', 'intraday', 'extendedHours', 'marketCap'),
      figure: figures,
      relation: fc.constantFrom('at', 'above', 'below'),
    }),
    record: fc.record({
      of: fc.constantFrom(
        ...(['longestStreak', 'largestMove', 'largestMarketCapChange'] as const),
        ...(['highestClose', 'lowestClose', 'highestPrice', 'lowestPrice'] as const),
      ),
      since: fc.constantFrom(null, '2025', '9999', '2025-06', '2026-13', '9999-12', '2025-12-01', '0000-00-00'),
    }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Omit<Claim, 'id' | 'subject'>>;
const moments = fc.oneof(
  dates.map((on) => ({ on })),
  fc.integer({ min: 0, max: 430 * 24 }).map((hour) => ({ at: new Date(Date.UTC(2025, 0, 1, hour)).toISOString() })),
  fc.constant({ on: '2026-02-27', timing: 'afterClose' as const }),
);

describe('any claim at all', () => {
  it('is judged: every part once or once a verdict, partly only where parts differ, in finite figures and whole sentences', () => {
    fc.assert(
      fc.property(claims, moments, (stated, published) => {
        const one = claimSchema.parse(claim(told, stated));
        const verdict = judge(one, { known, published, claims: [one, { ...one, id: 'c2' }] });
        const verdicts = new Set(verdict.parts.map((part) => part.verdict));
        if (verdicts.size === 1) expect([...verdicts]).toEqual([verdict.verdict]);
        else expect(verdict.verdict).toBe(verdicts.size === 0 ? 'uncheckable' : 'partly');
        for (const part of verdict.parts) {
          expect(part.why).toMatch(/^\S.*\.$/s);
          expect(part.missing === undefined).toBe(part.verdict !== 'uncheckable');
        }
        expect(JSON.stringify(verdict)).not.toMatch(/NaN|undefined|Infinity/);
        expect(numbersIn(verdict).every(Number.isFinite)).toBe(true);
        expect(claimReport(one, verdict).why).toMatch(/^\S.*\.$/s);
      }),
      { numRuns: 250 },
    );
  });
});

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}
