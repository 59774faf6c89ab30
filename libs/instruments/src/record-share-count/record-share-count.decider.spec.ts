import { idOf, ShareCountRecorded } from '@streakline/events';
import { exchange } from '@streakline/market-time';
import { given } from '@streakline/testing';
import type { RecordShareCountBody } from './record-share-count.command';
import { recordShareCountDecider } from './record-share-count.decider';

const instrumentId = idOf('ins', ['amazon']);
const record = (said: RecordShareCountBody) => ({
  instrumentId,
  exchange: exchange('XNAS'),
  said,
  now: Date.parse('2026-03-01T12:00:00Z'),
});
const count = { countedOn: '2026-01-28', shares: 10_734_920_870 };
const filed = { ...count, filedOn: '2026-02-06' };
const onRecord = ShareCountRecorded.create({ instrumentId, ...filed }, Date.parse('2026-02-07T05:00:00Z') - 1);

describe('recording a share count', () => {
  it('is known at the end of the day of its filing, in the zone of the exchange', () => {
    given(recordShareCountDecider).when(record(filed)).thenSays(onRecord);
  });

  it('is known at the instant of its filing where that is known', () => {
    const filedAt = '2026-02-06T21:31:00Z';
    given(recordShareCountDecider)
      .when(record({ ...count, filedAt }))
      .thenSays(ShareCountRecorded.create({ instrumentId, ...count, filedAt }, Date.parse(filedAt)));
  });

  it('of one filing, again, was said before; with another number it is a conflict', () => {
    given(recordShareCountDecider, onRecord).when(record(filed)).thenSaidBefore();
    given(recordShareCountDecider, onRecord)
      .when(record({ ...filed, shares: 1 }))
      .thenRefused('conflict', 'shareCountContradicts', '/shares');
  });

  it('takes an instant on the day of the filing for the same filing', () => {
    const sameDay = { ...count, filedAt: '2026-02-06T21:31:00Z' };
    given(recordShareCountDecider, onRecord)
      .when(record({ ...sameDay, shares: 1 }))
      .thenRefused('conflict', 'shareCountContradicts', '/shares');
    expect(given(recordShareCountDecider, onRecord).when(record(sameDay)).events).toHaveLength(1);
  });

  it('that a later filing restates is a fact of its own', () => {
    expect(
      given(recordShareCountDecider, onRecord).when(record({ ...filed, shares: 1, filedOn: '2026-02-20' })).events,
    ).toHaveLength(1);
  });

  it('needs one of filedOn and filedAt', () => {
    given(recordShareCountDecider).when(record(count)).thenRefused('invalid', 'filingUnclear', '/filedOn');
    given(recordShareCountDecider)
      .when(record({ ...filed, filedAt: '2026-02-06T21:31:00Z' }))
      .thenRefused('invalid', 'filingUnclear', '/filedAt');
  });

  it('may be filed on the day it was counted', () => {
    expect(given(recordShareCountDecider).when(record({ ...count, filedOn: '2026-01-28' })).events).toHaveLength(1);
  });

  it('refuses a filing before the count, and one still to come', () => {
    given(recordShareCountDecider)
      .when(record({ ...filed, filedOn: '2026-01-27' }))
      .thenRefused('invalid', 'filedBeforeCounted', '/filedOn');
    given(recordShareCountDecider)
      .when(record({ ...filed, filedOn: '2026-03-03' }))
      .thenRefused('invalid', 'filedInFuture', '/filedOn');
    given(recordShareCountDecider)
      .when(record({ ...count, filedAt: '2026-03-01T12:00:01Z' }))
      .thenRefused('invalid', 'filedInFuture', '/filedAt');
  });
});
