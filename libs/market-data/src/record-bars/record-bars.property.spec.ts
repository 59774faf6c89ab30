import fc from 'fast-check';
import { isRefusal } from '@streakline/event-store';
import { idOf } from '@streakline/events';
import { exchange } from '@streakline/market-time';
import { asRecorded } from '@streakline/testing';
import { barOn, type KnownBars } from '../bars/known-bars';
import type { BarBody } from './record-bars.command';
import { recordBarsDecider } from './record-bars.decider';

const instrumentId = idOf('ins', ['amazon']);
const nasdaq = exchange('XNAS');
const sessions = nasdaq.sessions('2021-11-01', '2022-02-28');
const splits = [{ exDate: '2022-01-10', from: 1, to: 4 }];

const figures = fc.record(
  { open: fc.integer({ min: 10, max: 20 }), high: fc.constant(20), low: fc.constant(10), volume: fc.nat() },
  { requiredKeys: [] },
);
const bar = fc.tuple(fc.constantFrom(...sessions), fc.integer({ min: 10, max: 20 }), figures);
const deliveryOfBars = fc
  .uniqueArray(bar, { selector: ([session]) => session, minLength: 1, maxLength: 40 })
  .map((bars) => bars.map(([session, close, others]): BarBody => ({ session, close, ...others })));

/** Parts of a delivery: which bars, and of those which of the optional figures. They may overlap. */
const partsOf = (whole: readonly BarBody[]) =>
  fc.array(
    fc.tuple(fc.subarray([...whole], { minLength: 1 }), fc.subarray(['open', 'high', 'low', 'volume'] as const)),
    { maxLength: 8 },
  );

function tell(state: KnownBars, bars: readonly BarBody[], position: { last: number }): KnownBars {
  const said = { source: 'vendor', basis: 'splitAdjusted' as const, basisAsOf: '2022-02-28', bars: [...bars] };
  const events = recordBarsDecider.decide(
    { instrumentId, said, exchange: nasdaq, splits, delistings: [], now: Date.parse('2026-03-01') },
    state,
  );
  if (isRefusal(events)) throw new Error(events.detail);
  const stored = events.map(asRecorded).map((event) => ({ ...event, position: (position.last += 1) }));
  return stored.reduce((before, event) => recordBarsDecider.evolve(before, event), state);
}

function known(state: KnownBars): unknown {
  return sessions.map((session) => {
    const standing = barOn(state, session);
    return standing && { ...standing, position: 0 };
  });
}

function without(one: BarBody, dropped: readonly ('open' | 'high' | 'low' | 'volume')[]): BarBody {
  return Object.fromEntries(
    Object.entries(one).filter(([field]) => !dropped.some((name) => name === field)),
  ) as BarBody;
}

describe('a delivery of bars', () => {
  it('leads to the same known bars in whatever parts, order and repetition it arrives', () => {
    const told = deliveryOfBars.chain((whole) => fc.tuple(fc.constant(whole), partsOf(whole)));
    fc.assert(
      fc.property(told, ([whole, parts]) => {
        const atOnce = tell(recordBarsDecider.initialState, whole, { last: 0 });
        const position = { last: 0 };
        const inParts = [...parts.map(([bars, dropped]) => bars.map((one) => without(one, dropped))), whole];
        const state = inParts.reduce((before, bars) => tell(before, bars, position), recordBarsDecider.initialState);
        expect(known(state)).toEqual(known(atOnce));
      }),
      { numRuns: 200 },
    );
  });

  it('in shuffled sub-deliveries that make it up leads to the same known bars', () => {
    const told = deliveryOfBars.chain((whole) =>
      fc.tuple(
        fc.constant(whole),
        fc.shuffledSubarray([...whole], { minLength: whole.length }),
        fc.integer({ min: 1, max: 10 }),
      ),
    );
    fc.assert(
      fc.property(told, ([whole, shuffled, size]) => {
        const position = { last: 0 };
        let state = recordBarsDecider.initialState;
        for (let from = 0; from < shuffled.length; from += size)
          state = tell(state, shuffled.slice(from, from + size), position);
        expect(known(state)).toEqual(known(tell(recordBarsDecider.initialState, whole, { last: 0 })));
      }),
      { numRuns: 200 },
    );
  });

  it('said twice says nothing new', () => {
    fc.assert(
      fc.property(deliveryOfBars, (whole) => {
        const position = { last: 0 };
        const once = tell(recordBarsDecider.initialState, whole, position);
        const stored = position.last;
        tell(once, [...whole].reverse(), position);
        expect(position.last).toBe(stored);
      }),
      { numRuns: 100 },
    );
  });
});
