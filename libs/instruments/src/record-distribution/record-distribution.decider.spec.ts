import { DelistingRecorded, DistributionRecorded, idOf } from '@streakline/events';
import { exchange } from '@streakline/market-time';
import { given } from '@streakline/testing';
import { type DistributionToDecide, recordDistributionDecider } from './record-distribution.decider';

const instrumentId = idOf('ins', ['general electric']);
const vernova = idOf('ins', ['ge vernova']);
/** GE Vernova: one share for four of GE, on 2024-04-02. */
const spinOff = { exDate: '2024-04-02', kind: 'spinOff' as const, value: 34.8 };
const received = { instrumentId: vernova, perShare: 0.25 };
const record = (
  said: Partial<DistributionToDecide['said']> = {},
  handedOut?: DistributionToDecide['received'],
): DistributionToDecide => ({
  ...{ instrumentId, exchange: exchange('XNYS'), said: { ...spinOff, ...said }, received: handedOut },
  now: Date.parse('2026-03-01T12:00:00Z'),
});
const eve = Date.parse('2024-04-02T13:30:00Z') - 1;
const onRecord = DistributionRecorded.create({ instrumentId, ...spinOff }, eve);

describe('recording a distribution', () => {
  it('is known just before the open of its ex-date, or from the end of the day it was announced on', () => {
    given(recordDistributionDecider).when(record()).thenSays(onRecord);
    given(recordDistributionDecider)
      .when(record({ announcedOn: '2024-02-29' }, received))
      .thenSays(
        DistributionRecorded.create(
          { instrumentId, ...spinOff, received, announcedOn: '2024-02-29' },
          Date.parse('2024-03-01T05:00:00Z') - 1,
        ),
      );
    const [sameDay] = given(recordDistributionDecider).when(record({ announcedOn: '2024-04-02' })).events;
    expect(sameDay?.knownAt).toBe(eve);
  });

  it('again was said before; with what it left out it is recorded whole', () => {
    given(recordDistributionDecider, onRecord).when(record()).thenSaidBefore();
    given(recordDistributionDecider, onRecord)
      .when(record({}, received))
      .thenSays(DistributionRecorded.create({ instrumentId, ...spinOff, received }, eve));
  });

  it('of another kind on the same ex-date is a fact of its own', () => {
    expect(given(recordDistributionDecider, onRecord).when(record({ kind: 'special', value: 1 })).events).toHaveLength(
      1,
    );
  });

  it('with another value, day or share handed out is a conflict', () => {
    const whole = DistributionRecorded.create({ instrumentId, ...spinOff, received, announcedOn: '2024-02-29' }, eve);
    given(recordDistributionDecider, whole)
      .when(record({ value: 35, announcedOn: '2024-03-01' }, { ...received, perShare: 0.2 }))
      .thenRefused('conflict', 'distributionContradicts', '/value', '/received', '/announcedOn');
  });

  it('refuses an ex-date that is no session, an announcement after it, and its own shares', () => {
    given(recordDistributionDecider)
      .when(record({ exDate: '2024-03-29', announcedOn: '2024-04-01' }, { instrumentId, perShare: 1 }))
      .thenRefused('invalid', 'invalidDistribution', '/exDate', '/announcedOn', '/received/instrument');
  });

  it('refuses to hand out an instrument that is not listed', () => {
    given(recordDistributionDecider)
      .when(record({}, { unknown: 'XNYS:GEV names no instrument.' }))
      .thenRefused('invalid', 'unknownInstrument', '/received/instrument');
  });

  it('after the last session before a delisting is refused', () => {
    const delisted = DelistingRecorded.create({ instrumentId, lastSession: '2024-04-01', reason: 'other' }, eve);
    given(recordDistributionDecider, delisted).when(record()).thenRefused('conflict', 'afterDelisting', '/exDate');
  });
});
