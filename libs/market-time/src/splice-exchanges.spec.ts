import * as fc from 'fast-check';
import { exchange, exchanges, NotASessionError, OutsideCoverageError, spliceExchanges, type Exchange } from '.';
import { plusDays } from '../test/holiday-rules';

const xnys = exchange('XNYS');
const xlon = exchange('XLON');

describe('a spliced exchange', () => {
  it('is the exchange itself where there is only one', () => {
    expect(spliceExchanges([{ exchange: xnys, from: '2010-06-01' }])).toBe(xnys);
    expect(spliceExchanges([{ exchange: xnys }, { exchange: xnys, from: '2022-06-09' }])).toBe(xnys);
  });

  // From London to New York on a Monday that is a holiday in London only.
  const moved = spliceExchanges([{ exchange: xlon }, { exchange: xnys, from: '2023-08-28' }]);

  it('keeps the sessions and hours of the exchange of the time', () => {
    expect(moved.sessions('2023-08-24', '2023-08-29')).toEqual([
      '2023-08-24',
      '2023-08-25',
      '2023-08-28',
      '2023-08-29',
    ]);
    expect(moved.hours('2023-08-25')).toEqual(xlon.hours('2023-08-25'));
    expect(moved.hours('2023-08-28')).toEqual(xnys.hours('2023-08-28'));
    expect(moved.isSession('2012-10-29')).toBe(true); // Hurricane Sandy did not close London
    expect(() => moved.ordinal('2025-01-09')).toThrow(NotASessionError);
  });

  it('runs its ordinals on across the seam', () => {
    expect(moved.ordinal('2023-08-28')).toBe(moved.ordinal('2023-08-25') + 1);
    expect(moved.shift('2023-08-24', 2)).toBe('2023-08-28');
  });

  it('is named and covered as its parts are', () => {
    expect([moved.mic, moved.zone]).toEqual(['XNYS', 'America/New_York']);
    expect(moved.coverage).toEqual({ from: '1990-01-01', to: '2028-12-31' });
    expect(() => moved.firstOnOrAfter('2029-01-01')).toThrow(OutsideCoverageError);
  });

  it('finds day 0 across the seam, with each side’s own closes', () => {
    expect(moved.dayZero({ at: xlon.hours('2023-08-25').close })).toMatchObject({
      timing: 'afterClose',
      baseSession: '2023-08-25',
      day0: '2023-08-28',
    });
    expect(moved.dayZero({ at: Date.parse('2023-08-28T06:00:00Z') })).toMatchObject({
      timing: 'preMarket',
      day0: '2023-08-28',
    });
  });

  it('lets the last session in New York end before the new day of the east begins', () => {
    const east = spliceExchanges([{ exchange: xnys }, { exchange: exchange('XTKS'), from: '2026-03-03' }]);
    // 2026-03-02 15:30 UTC is the third in Tokyo already, while New York trades on the second.
    const inSession = Date.parse('2026-03-02T15:30:00Z');
    expect(east.dateOf(inSession)).toBe('2026-03-02');
    expect(east.dayZero({ at: inSession })).toMatchObject({ timing: 'intraday', day0: '2026-03-02' });
    expect(east.dayZero({ at: Date.parse('2026-03-03T01:00:00Z') })).toMatchObject({
      timing: 'intraday',
      day0: '2026-03-03',
    });
    expect(east.dayZero({ on: '2026-03-02', timing: 'afterClose' }).day0).toBe('2026-03-03');
  });

  it('answers on either side as the exchange of that side does', () => {
    const anyMove = fc
      .tuple(
        fc.shuffledSubarray([...exchanges], { minLength: 2, maxLength: 3 }),
        fc.nat(6000),
        fc.integer({ min: 30, max: 1500 }),
      )
      .map(([mics, offset, stay]) => {
        const seams = [plusDays('1998-01-05', offset), plusDays('1998-01-05', offset + stay)];
        return mics.map((mic, index) => ({
          exchange: exchange(mic),
          from: index === 0 ? '1998-01-01' : seams[index - 1]!,
        }));
      });
    fc.assert(
      fc.property(anyMove, fc.nat(8000), (parts, offset) => {
        const spliced = spliceExchanges(parts);
        const probe = plusDays('1998-01-12', offset);
        const part = parts.findLast(({ from }) => from <= probe)!;
        expect(spliced.isSession(probe)).toBe(part.exchange.isSession(probe));
        const session = spliced.firstOnOrAfter(probe);
        expect(spliced.sessionAt(spliced.ordinal(session))).toBe(session);
        expect(spliced.dayZero({ at: spliced.hours(session).close - 1 })).toMatchObject({
          timing: 'intraday',
          day0: session,
        });
        expectSameDayZero(spliced, spliced.hours(session).close);
      }),
      { numRuns: 40 },
    );
  });

  it('refuses no parts, parts without a date, and dates that do not ascend', () => {
    const splice = (...froms: (string | undefined)[]) =>
      spliceExchanges(froms.map((from, index) => ({ exchange: index % 2 === 0 ? xnys : xlon, from })));
    expect(() => splice()).toThrow('No exchange to splice: give at least one part.');
    expect(() => splice('2020-01-01', undefined)).toThrow('Cannot splice XLON from no date');
    expect(() => splice(undefined, '2020-01-01', '2020-01-01')).toThrow(RangeError);
    expect(() => splice(undefined, '2030-01-01')).toThrow(OutsideCoverageError);
  });
});

/** Day 0 of an instant is what a scan of the sessions around it finds. */
function expectSameDayZero(market: Exchange, at: number): void {
  const { baseSession, day0 } = market.dayZero({ at });
  const around = market.sessions(plusDays(baseSession, -10), plusDays(day0, 10));
  const found = around.find((session) => market.hours(session).close > at)!;
  expect([baseSession, day0]).toEqual([around[around.indexOf(found) - 1], found]);
}
