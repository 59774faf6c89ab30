import { InstrumentRenamed } from '@streakline/events';
import { exchange } from '@streakline/market-time';
import { FREE, planned, runOn, type Tape, WEEK } from '../../test/told-run';
import { defineStrategy } from '../index';

const NOTHING = planned({});

describe('a run on several exchanges', () => {
  // Tokyo, London and New York in the week in which New York alone has gone over to summer time (2021-03-15 to 19).
  const dates = { from: '2021-03-15', to: '2021-03-20' };
  const tape = (mic: string, close: readonly number[]) => ({
    ...{ mic, close, sessions: exchange(mic).sessions('2021-03-15', '2021-03-19') },
  });

  it('fills each order at its own exchange, at the next auction by the clock, in the order of the world', () => {
    const fills: [string, string][] = [];
    const follow = defineStrategy({
      name: 'follow',
      onSession({ order, instruments }, { session, traded }) {
        // When Tokyo's Tuesday has closed, all three are ordered.
        if (session === '2021-03-16' && traded[0]?.ref === 'XTKS:AAA')
          for (const one of instruments) order(one, { shares: 1 });
      },
      onFill({ now }, { instrument }) {
        fills.push([instrument.ref, new Date(now).toISOString()]);
      },
    });
    const tapes = [
      tape('XTKS', [10, 11, 12, 13, 14]),
      tape('XLON', [20, 21, 22, 23, 24]),
      tape('XNYS', [30, 31, 32, 33, 34]),
    ];
    const { orders, curve } = runOn(tapes, follow, dates);
    expect(orders.map(({ ref, session, price }) => `${ref} ${session} ${price}`).sort()).toEqual([
      'XLON:BBB 2021-03-16 21',
      'XNYS:CCC 2021-03-16 31',
      'XTKS:AAA 2021-03-17 12',
    ]);
    // London opens at 8:00 UTC; New York at 9:30 of its summer time, 13:30 UTC; Tokyo at 9:00, midnight UTC.
    expect(fills).toEqual([
      ['XLON:BBB', '2021-03-16T08:00:00.000Z'],
      ['XNYS:CCC', '2021-03-16T13:30:00.000Z'],
      ['XTKS:AAA', '2021-03-17T00:00:00.000Z'],
    ]);
    // Each rises by 1 a session from then on: a date is written down when its last exchange has closed.
    expect(curve.sessions).toEqual(['2021-03-15', '2021-03-16', '2021-03-17', '2021-03-18', '2021-03-19']);
    expect(curve.equity).toEqual([10_000, 10_000, 10_002, 10_005, 10_008]);
  });

  it('goes on where one of them has a holiday, and calls no mark of it stale', () => {
    // 2021-05-03 is a holiday in London and in Tokyo.
    const tapes = ['XNYS', 'XLON'].map((mic) => {
      const sessions = exchange(mic).sessions('2021-04-29', '2021-05-05');
      return { mic, sessions, close: sessions.map(() => 10) };
    });
    const buyAll = defineStrategy({
      name: 'buy-all',
      onSession({ order, portfolio }, { traded }) {
        for (const one of traded) if (portfolio.position(one) === null) order(one, { shares: 10 });
      },
    });
    const { curve, staleMarks, warnings } = runOn(tapes, buyAll, { from: '2021-04-29', to: '2021-05-06' });
    expect(curve.sessions).toContain('2021-05-03');
    expect(curve.openPositions.at(-1)).toBe(2);
    expect([staleMarks, warnings]).toEqual([[], []]);
  });
});

describe('an instrument that moves to another exchange', () => {
  it('takes its auctions there: London hours before, those of New York from then on', () => {
    const london = exchange('XLON').sessions('2021-03-15', '2021-03-16');
    const newYork = exchange('XNYS').sessions('2021-03-17', '2021-03-19');
    const more: Tape['more'] = (told) =>
      void told.record(InstrumentRenamed, {
        instrumentId: told.instrumentId,
        symbol: 'NEW',
        mic: 'XNYS',
        from: '2021-03-17',
      });
    const fills: string[] = [];
    const daily = defineStrategy({
      name: 'daily',
      onSession({ order }, { traded }) {
        for (const one of traded) order(one, { shares: 1 });
      },
      onFill({ now }, { instrument, shares }) {
        fills.push(`${instrument.ref} ${shares} ${new Date(now).toISOString()}`);
      },
    });
    const tape = { mic: 'XLON', sessions: [...london, ...newYork], close: [10, 11, 12, 13, 14], more };
    const { curve } = runOn([tape], daily, { from: '2021-03-15', to: '2021-03-20' });
    expect(fills).toEqual([
      'XLON:AAA 1 2021-03-16T08:00:00.000Z',
      'XNYS:NEW 1 2021-03-17T13:30:00.000Z',
      'XNYS:NEW 1 2021-03-18T13:30:00.000Z',
      'XNYS:NEW 1 2021-03-19T13:30:00.000Z',
    ]);
    // 1 + 2 + 3 on what was held, opened at 11, 12, 13 and 14.
    expect(curve.equity).toEqual([10_000, 10_000, 10_001, 10_003, 10_006]);
  });
});

describe('a session that closes early', () => {
  it('has its closing auction then', () => {
    // The day after Thanksgiving 2021: 13:00 in New York.
    const sessions = exchange('XNYS').sessions('2021-11-24', '2021-11-29');
    const instants: string[] = [];
    const atClose = defineStrategy({
      name: 'at-close',
      onSession({ order }, { session, traded: [one] }) {
        if (session === '2021-11-24' && one !== undefined) order(one, { shares: 1 }, { at: 'close' });
      },
      onFill({ now }) {
        instants.push(new Date(now).toISOString());
      },
    });
    const { orders } = runOn([{ sessions, close: [10, 11, 12] }], atClose, { from: '2021-11-24', to: '2021-11-30' });
    expect(orders).toMatchObject([{ session: '2021-11-26', price: 11 }]);
    expect(instants).toEqual(['2021-11-26T18:00:00.000Z']);
  });
});

describe('what a reader of the figures is told', () => {
  const held = planned({ [WEEK[0]!]: { shares: 100 } });

  it('of positions whose bars ended before the run did', () => {
    const { staleMarks, warnings, curve } = runOn([{ sessions: WEEK.slice(0, 3), close: [10, 10, 11] }], held);
    expect(curve.equity.slice(2)).toEqual([10_100, 10_100, 10_100]);
    expect(staleMarks).toMatchObject([{ ref: 'XNYS:AAA', sessions: 2, from: WEEK[3], to: WEEK[4] }]);
    expect(warnings).toEqual([
      expect.stringContaining(
        `2 of 5 sessions have no bar of any instrument of the universe (${WEEK[3]} to ${WEEK[4]})`,
      ),
      expect.stringContaining(`XNYS:AAA (2, ${WEEK[3]} to ${WEEK[4]})`),
    ]);
  });

  it('of fills at prices that were revised later, and what that is worth', () => {
    const { warnings, orders, curve } = runOn(
      [{ close: [10, 10, 10, 10, 10], more: (told) => void told.revised(WEEK[1]!, 12, '2021-03-04T12:00:00Z') }],
      planned({ [WEEK[0]!]: { quantity: { shares: 100 }, at: 'close' } }),
    );
    expect(orders).toMatchObject([{ price: 10 }]);
    expect(curve.cash.at(-1)).toBe(9_000);
    expect(warnings).toEqual([expect.stringMatching(/^1 fills .* brought 200\.00 USD less/)]);
  });

  it('of an equity that is gone', () => {
    const { warnings, curve } = runOn([{ close: [10, 10, 25, 25, 25] }], planned({ [WEEK[0]!]: { shares: -1_000 } }));
    // 20,000 in cash, and 1,000 shares owed at 25.
    expect(curve.equity[2]).toBe(-5_000);
    expect(warnings).toEqual([expect.stringContaining(`The equity was gone on ${WEEK[2]}`)]);
  });

  it('and of nothing where there is nothing to tell', () => {
    expect(runOn([{ close: [10, 10, 10, 10, 10] }], NOTHING, { costs: FREE }).warnings).toEqual([]);
  });
});
