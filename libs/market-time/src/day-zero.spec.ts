import * as fc from 'fast-check';
import { exchange, exchanges, type MarketMoment, type StatedTiming } from '.';

const xnys = exchange('XNYS');
const at = (instant: string) => xnys.dayZero({ at: Date.parse(instant) });
const certain = { assumed: false, candidates: [], contradicted: false };

describe('day 0 of an instant', () => {
  it.each([
    ['before the open', '2026-02-27T14:29:59.999Z', 'preMarket', '2026-02-26', '2026-02-27'],
    ['at the open', '2026-02-27T14:30:00.000Z', 'intraday', '2026-02-26', '2026-02-27'],
    ['a millisecond before the close', '2026-02-27T20:59:59.999Z', 'intraday', '2026-02-26', '2026-02-27'],
    [
      'at the close itself, which belongs to the next session',
      '2026-02-27T21:00:00.000Z',
      'afterClose',
      '2026-02-27',
      '2026-03-02',
    ],
    ['late on the same evening in New York', '2026-02-28T04:59:59.999Z', 'afterClose', '2026-02-27', '2026-03-02'],
    ['from midnight on, on the Saturday', '2026-02-28T05:00:00.000Z', 'nonTradingDay', '2026-02-27', '2026-03-02'],
    ['on Presidents’ Day', '2026-02-16T15:00:00.000Z', 'nonTradingDay', '2026-02-13', '2026-02-17'],
    ['at midnight between two sessions', '2026-02-26T05:00:00.000Z', 'preMarket', '2026-02-25', '2026-02-26'],
    ['before one o’clock on a half day', '2025-11-28T17:59:59.999Z', 'intraday', '2025-11-26', '2025-11-28'],
    ['at one o’clock on a half day', '2025-11-28T18:00:00.000Z', 'afterClose', '2025-11-28', '2025-12-01'],
    [
      'in summer, when New York closes at 20:00 UTC',
      '2026-07-01T20:00:00.000Z',
      'afterClose',
      '2026-07-01',
      '2026-07-02',
    ],
    ['before the late open of 1990-12-27', '1990-12-27T15:30:00.000Z', 'preMarket', '1990-12-26', '1990-12-27'],
    [
      'while the market was closed after the attacks of 2001',
      '2001-09-12T15:00:00.000Z',
      'nonTradingDay',
      '2001-09-10',
      '2001-09-17',
    ],
  ])('%s', (_, instant, timing, baseSession, day0) => {
    expect(at(instant)).toEqual({ timing, baseSession, day0, ...certain });
  });

  it('differs from exchange to exchange', () => {
    const report = { at: Date.parse('2026-02-05T21:01:00Z') };
    expect(exchange('XNAS').dayZero(report)).toMatchObject({ timing: 'afterClose', day0: '2026-02-06' });
    expect(exchange('XLON').dayZero(report)).toMatchObject({ timing: 'afterClose', day0: '2026-02-06' });
    expect(exchange('XTKS').dayZero(report)).toMatchObject({ timing: 'preMarket', day0: '2026-02-06' });
    expect(exchange('XASX').dayZero(report)).toMatchObject({ timing: 'preMarket', day0: '2026-02-06' });
  });

  it('is what a scan of all sessions finds, on every exchange', () => {
    for (const mic of exchanges) {
      const market = exchange(mic);
      const sessions = market.sessions(market.coverage.from, market.coverage.to);
      const rows = sessions.map((session) => ({ session, ...market.hours(session) }));
      const anyInstant = fc.integer({ min: rows[0]!.close, max: rows.at(-1)!.close - 1 });
      const anyBoundary = fc
        .tuple(
          fc.integer({ min: 1, max: rows.length - 2 }),
          fc.constantFrom('open', 'close'),
          fc.constantFrom(-1, 0, 1),
        )
        .map(([row, edge, offset]) => rows[row]![edge] + offset);
      const check = fc.property(fc.oneof(anyInstant, anyBoundary), (instant) => {
        const row = rows.findIndex(({ close }) => close > instant);
        const { day0, baseSession, timing } = market.dayZero({ at: instant });
        expect([baseSession, day0]).toEqual([rows[row - 1]!.session, rows[row]!.session]);
        expect(timing === 'intraday').toBe(rows[row]!.open <= instant);
        expect(timing === 'nonTradingDay').toBe(!sessions.includes(market.dateOf(instant)));
      });
      fc.assert(check, { numRuns: 60 });
    }
  });
});

describe('day 0 of a date', () => {
  const on = (date: string, timing?: StatedTiming) => xnys.dayZero({ on: date, ...(timing && { timing }) });

  it('is the next session for what came after the close', () => {
    expect(on('2026-02-13', 'afterClose')).toEqual({
      timing: 'afterClose',
      baseSession: '2026-02-13',
      day0: '2026-02-17',
      ...certain,
    });
  });

  it.each(['preMarket', 'intraday'] as const)('is the date itself for what came %s', (timing) => {
    expect(on('2026-02-27', timing)).toEqual({ timing, baseSession: '2026-02-26', day0: '2026-02-27', ...certain });
  });

  it('is assumed to be the date where nothing is known, and may be the session after it', () => {
    expect(on('2026-02-27')).toEqual({
      timing: 'unknown',
      baseSession: '2026-02-26',
      day0: '2026-02-27',
      assumed: true,
      candidates: ['2026-02-27', '2026-03-02'],
      contradicted: false,
    });
  });

  it('is certain on a date without a session, whatever the time of day was', () => {
    expect(on('2026-02-16')).toEqual({
      timing: 'nonTradingDay',
      baseSession: '2026-02-13',
      day0: '2026-02-17',
      ...certain,
    });
  });

  it.each(['preMarket', 'intraday', 'afterClose'] as const)(
    'contradicts a stated %s on a date without a session',
    (timing) => {
      const expected = { timing: 'nonTradingDay', baseSession: '2026-02-13', day0: '2026-02-17' };
      expect(on('2026-02-16', timing)).toEqual({ ...expected, ...certain, contradicted: true });
    },
  );
});

describe('the latest instant', () => {
  const latest = (moment: MarketMoment) => new Date(xnys.latestInstant(moment)).toISOString();

  it('of an instant is itself', () => {
    expect(latest({ at: Date.parse('2026-02-27T13:49:00Z') })).toBe('2026-02-27T13:49:00.000Z');
  });

  it.each([
    ['2026-02-27', 'preMarket', '2026-02-27T14:29:59.999Z'],
    ['2026-02-27', 'intraday', '2026-02-27T20:59:59.999Z'],
    ['2026-02-27', 'afterClose', '2026-02-28T04:59:59.999Z'],
    ['2026-02-27', undefined, '2026-02-28T04:59:59.999Z'],
    ['2025-11-28', 'intraday', '2025-11-28T17:59:59.999Z'],
    ['2026-02-16', 'preMarket', '2026-02-17T04:59:59.999Z'],
  ] as const)('of %s, %s, is %s', (on, timing, expected) => {
    expect(latest({ on, timing })).toBe(expected);
  });

  it('falls on the day 0 that the date has, or on the later candidate where it is assumed', () => {
    const anyTiming = fc.constantFrom('preMarket', 'intraday', 'afterClose', undefined);
    const anyDate = fc
      .date({ min: new Date('1990-01-03'), max: new Date('2027-12-29'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const anyExchange = fc.constantFrom(...exchanges).map(exchange);
    fc.assert(
      fc.property(anyExchange, anyDate, anyTiming, (market, on, timing) => {
        fc.pre(on > market.coverage.from.slice(0, 4) + '-01-05' && on < market.coverage.to.slice(0, 4) + '-12-24');
        const { day0, assumed, candidates } = market.dayZero({ on, timing });
        const instant = market.latestInstant({ on, timing });
        expect(market.dateOf(instant)).toBe(on);
        expect(market.dayZero({ at: instant }).day0).toBe(assumed ? candidates[1] : day0);
      }),
    );
  });
});
