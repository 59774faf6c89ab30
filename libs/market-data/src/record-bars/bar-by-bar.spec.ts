import { isRefusal } from '@streakline/event-store';
import { BarsRecorded, idOf } from '@streakline/events';
import { exchange } from '@streakline/market-time';
import { asRecorded } from '@streakline/testing';
import fc from 'fast-check';
import type { BarBody, RecordBarsBody } from './record-bars.command';
import { decideBarByBar, type DeliveryToDecide, recordBarsDecider } from './record-bars.decider';

const instrumentId = idOf('ins', ['amazon']);
const nasdaq = exchange('XNAS');
const sessions = nasdaq.sessions('2026-01-02', '2026-02-27');
const deliver = (bars: readonly BarBody[], others: Partial<RecordBarsBody> = {}): DeliveryToDecide => ({
  instrumentId,
  exchange: nasdaq,
  splits: [{ exDate: '2026-02-02', from: 1, to: 2 }],
  delistings: [],
  now: Date.parse('2026-03-01T12:00:00Z'),
  said: { source: 'vendor', basis: 'raw', ...others, bars: [...bars] },
});
const onRecord = (closes: Readonly<Record<string, number>>) =>
  [
    BarsRecorded.create({
      instrumentId,
      source: 'vendor',
      basisAsOf: null,
      sessions: Object.keys(closes),
      close: Object.values(closes),
    }),
  ]
    .map(asRecorded)
    .reduce((state, event) => recordBarsDecider.evolve(state, event), recordBarsDecider.initialState);

describe('a delivery decided bar by bar', () => {
  it('leaves out what is wrong, by place and reason, and takes the rest', () => {
    const { events, refused, counts, ofDelivery } = decideBarByBar(
      deliver([
        { session: '2026-02-03', close: 1 },
        { session: '2026-02-16', close: 1 },
        { session: '2026-02-04', close: -1 },
        { session: '2026-02-05', close: 2 },
        { session: '2026-02-06', close: 2, high: 1 },
        { session: '2026-02-09', close: 3 },
      ]),
      onRecord({ '2026-02-05': 2, '2026-02-09': 4 }),
    );
    const codes = [...refused].map(([place, faults]) => [place, faults.map(({ code }) => code)]);
    expect(codes).toEqual([
      [1, ['notASession']],
      [2, ['impossibleFigure']],
      [4, ['impossibleRange']],
      [5, ['barContradicts']],
    ]);
    expect([counts, ofDelivery]).toEqual([{ recorded: 1, revised: 0, known: 1 }, []]);
    expect(events).toMatchObject([{ data: { sessions: ['2026-02-03'], close: [1] } }]);
  });

  it('takes none where the delivery as a whole is wrong', () => {
    const decided = decideBarByBar(
      deliver([{ session: '2026-02-03', close: 1 }], { basisAsOf: '2026-02-03' }),
      recordBarsDecider.initialState,
    );
    expect(decided).toMatchObject({ events: [], ofDelivery: [{ code: 'basisAsOfWithRaw' }] });
  });

  it('comes to what the decider comes to with the bars that are left', () => {
    const price = fc.constantFrom(-1, 0, 9, 10, 11, Number.NaN);
    const days = [...sessions, '2026-01-19', '2026-02-01', '2026-03-02'];
    const bar = fc
      .tuple(
        fc.constantFrom(...days),
        price,
        fc.option(price, { nil: undefined }),
        fc.option(price, { nil: undefined }),
      )
      .map(([session, close, high, low]): BarBody => ({ session, close, high, low }));
    const known = onRecord({ '2026-01-30': 10, '2026-02-02': 5, '2026-02-20': 9 });
    const basis = fc.constantFrom('raw' as const, 'splitAdjusted' as const);
    fc.assert(
      fc.property(fc.array(bar, { minLength: 1, maxLength: 30 }), basis, fc.boolean(), (bars, on, revises) => {
        const others = { basis: on, revises, ...(on === 'raw' ? {} : { basisAsOf: '2026-02-27' }) };
        const { events, refused } = decideBarByBar(deliver(bars, others), known);
        const left = bars.filter((_, place) => !refused.has(place));
        if (left.length === 0) return expect(events).toEqual([]);
        const whole = recordBarsDecider.decide(deliver(left, others), known);
        expect(isRefusal(whole)).toBe(false);
        return expect(events).toEqual(whole);
      }),
    );
  });
});
