import { BarsRecorded, idOf } from '@streakline/events';
import { exchange } from '@streakline/market-time';
import { given } from '@streakline/testing';
import { recordBarsDecider } from './record-bars.decider';

const instrumentId = idOf('ins', ['amazon']);
const [thursday, friday] = ['2026-02-05', '2026-02-06'];
const bars = [
  { session: thursday, close: 222.69 },
  { session: friday, close: 210.32 },
];
const closeOf = (session: string) => exchange('XNAS').hours(session).close;
const delivery = {
  instrumentId,
  exchange: exchange('XNAS'),
  splits: [],
  delistings: [
    { instrumentId, lastSession: thursday, reason: 'acquisition' as const, position: 1, knownAt: closeOf(thursday) },
  ],
  now: Date.parse('2026-03-01T12:00:00Z'),
  said: { source: 'vendor', basis: 'raw' as const, bars },
};

describe('a bar after the last session before a delisting', () => {
  it('is refused, with that session', () => {
    const { detail } = given(recordBarsDecider)
      .when(delivery)
      .thenRefused('conflict', 'afterDelisting', '/bars/1/session');
    expect(detail).toContain(thursday);
  });

  it('may be said again, or revised, where it is on record', () => {
    const onRecord = BarsRecorded.create({
      ...{ instrumentId, source: 'vendor', basisAsOf: null, sessions: [friday], close: [210.32] },
    });
    const known = given(recordBarsDecider, onRecord);
    expect(known.when(delivery).events).toHaveLength(1);
    const revised = { ...delivery.said, revises: true, bars: [{ session: friday, close: 210 }] };
    expect(known.when({ ...delivery, said: revised }).events).toMatchObject([{ type: 'BarsRevised' }]);
  });

  it('is judged by the word on the delisting that became known last', () => {
    const later = { ...delivery.delistings[0]!, lastSession: friday, position: 2, knownAt: closeOf(friday) };
    expect(
      given(recordBarsDecider).when({ ...delivery, delistings: [later, ...delivery.delistings] }).events,
    ).toHaveLength(1);
  });
});
