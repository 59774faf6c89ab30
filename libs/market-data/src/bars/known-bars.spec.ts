import { BarsRecorded, idOf } from '@streakline/events';
import { exchange } from '@streakline/market-time';
import { asRecorded } from '@streakline/testing';
import { barOn, knownBarsFold } from './known-bars';

const instrumentId = idOf('ins', ['amazon']);
const daily = exchange('XNAS')
  .sessions('2005-01-03', '2024-12-31')
  .map((session, index) =>
    BarsRecorded.create({ instrumentId, source: 'feed', basisAsOf: null, sessions: [session], close: [100 + index] }),
  );

describe('the known bars of an instrument', () => {
  it('fold twenty years of daily events, leap days included', () => {
    const events = daily.map(asRecorded);
    const state = events.reduce((before, event) => knownBarsFold.evolve(before, event), knownBarsFold.initialState);
    expect(barOn(state, '2024-02-29')).toMatchObject({ session: '2024-02-29', basisAsOf: null, knownAt: null });
    expect(barOn(state, '2024-12-31')).toMatchObject({
      close: 100 + daily.length - 1,
      position: daily.length,
      open: undefined,
    });
    expect(barOn(state, '2024-12-25')).toBeUndefined();
  });

  it('leave the state before an event as it was', () => {
    const [first, second] = daily.slice(0, 2).map(asRecorded);
    const before = knownBarsFold.evolve(knownBarsFold.initialState, first!);
    knownBarsFold.evolve(before, second!);
    expect(barOn(before, '2005-01-04')).toBeUndefined();
    expect(barOn(before, '2005-01-03')?.close).toBe(100);
  });
});
