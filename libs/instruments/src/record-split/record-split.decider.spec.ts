import { idOf, SplitRecorded } from '@streakline/events';
import { exchange } from '@streakline/market-time';
import { given } from '@streakline/testing';
import type { RecordSplitBody } from './record-split.command';
import { recordSplitDecider } from './record-split.decider';

const instrumentId = idOf('ins', ['amazon']);
const split = { exDate: '2022-06-06', from: 1, to: 20 };
const record = (said: RecordSplitBody) => ({
  instrumentId,
  exchange: exchange('XNAS'),
  said,
  now: Date.parse('2026-03-01T12:00:00Z'),
});
const onRecord = SplitRecorded.create({ instrumentId, ...split });

describe('recording a split', () => {
  it('is known just before the open of its ex-date where nothing else is said', () => {
    given(recordSplitDecider)
      .when(record(split))
      .thenSays(SplitRecorded.create({ instrumentId, ...split }, Date.parse('2022-06-06T13:30:00Z') - 1));
  });

  it('is known at the end of the day it was announced on', () => {
    const announced = { ...split, announcedOn: '2022-03-09' };
    given(recordSplitDecider)
      .when(record(announced))
      .thenSays(SplitRecorded.create({ instrumentId, ...announced }, Date.parse('2022-03-10T05:00:00Z') - 1));
  });

  it('that is still to come is known now', () => {
    const [event] = given(recordSplitDecider).when(record({ ...split, exDate: '2026-06-08' })).events;
    expect(event?.knownAt).toBe(Date.parse('2026-03-01T12:00:00Z'));
  });

  it('again was said before, also in a multiple of its terms', () => {
    given(recordSplitDecider, onRecord).when(record(split)).thenSaidBefore();
    given(recordSplitDecider, onRecord)
      .when(record({ ...split, from: 5, to: 100 }))
      .thenSaidBefore();
  });

  it('again, now with the day it was announced on, records the whole', () => {
    expect(
      given(recordSplitDecider, onRecord).when(record({ ...split, announcedOn: '2022-03-09' })).events,
    ).toHaveLength(1);
  });

  it('with other terms on the same ex-date is a conflict', () => {
    given(recordSplitDecider, onRecord)
      .when(record({ ...split, to: 10 }))
      .thenRefused('conflict', 'splitContradicts', '/to');
  });

  it('refuses an ex-date that is no session, and says which are near', () => {
    const { detail } = given(recordSplitDecider)
      .when(record({ ...split, exDate: '2022-06-05' }))
      .thenRefused('invalid', 'notASession', '/exDate');
    expect(detail).toContain('2022-06-06');
  });

  it('reports everything that is wrong at once', () => {
    given(recordSplitDecider)
      .when(record({ exDate: '2099-06-05', from: 1, to: 1, announcedOn: '2099-06-06' }))
      .thenRefused('invalid', 'invalidSplit', '/exDate', '/to', '/announcedOn', '/announcedOn');
  });

  it('refuses an announcement after the ex-date', () => {
    given(recordSplitDecider)
      .when(record({ ...split, announcedOn: '2022-06-07' }))
      .thenRefused('invalid', 'announcedTooLate', '/announcedOn');
  });
});
