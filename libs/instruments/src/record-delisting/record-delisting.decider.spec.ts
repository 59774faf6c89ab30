import { DelistingRecorded, idOf } from '@streakline/events';
import { exchange } from '@streakline/market-time';
import { given } from '@streakline/testing';
import type { RecordDelistingBody } from './record-delisting.command';
import { recordDelistingDecider } from './record-delisting.decider';

const instrumentId = idOf('ins', ['twitter']);
const now = Date.parse('2026-03-01T12:00:00Z');
const record = (said: RecordDelistingBody) => ({ instrumentId, exchange: exchange('XNYS'), said, now });
/** Twitter's last session on the NYSE; its holders got 54.20 a share (Form 25 of 2022-10-28). */
const lastSession = '2022-10-27';
const bare: RecordDelistingBody = { lastSession, reason: 'acquisition' };
const close = Date.parse('2022-10-27T20:00:00Z');
const onRecord = DelistingRecorded.create({ instrumentId, ...bare }, close);
const announced = { ...bare, announcedOn: '2022-10-28' };
const announcedOnRecord = DelistingRecorded.create(
  { instrumentId, ...announced },
  Date.parse('2022-10-29T04:00:00Z') - 1,
);

describe('recording a delisting', () => {
  it('is known at the close of the last session where nothing else is said', () => {
    given(recordDelistingDecider).when(record(bare)).thenSays(onRecord);
  });

  it('is known at the end of the day it was announced on', () => {
    given(recordDelistingDecider).when(record(announced)).thenSays(announcedOnRecord);
  });

  it('of a session to come needs the day it was announced on', () => {
    const coming = { ...bare, lastSession: '2026-03-02' };
    given(recordDelistingDecider).when(record(coming)).thenRefused('invalid', 'lastSessionNotClosed', '/announcedOn');
    expect(given(recordDelistingDecider).when(record({ ...coming, announcedOn: '2026-02-20' })).events).toHaveLength(1);
  });

  it('again was said before', () => {
    given(recordDelistingDecider, announcedOnRecord).when(record(bare)).thenSaidBefore();
    given(recordDelistingDecider, announcedOnRecord).when(record(announced)).thenSaidBefore();
  });

  it('again with what holders were paid records the whole, known with what it fills', () => {
    given(recordDelistingDecider, announcedOnRecord)
      .when(record({ ...bare, cashPerShare: 54.2 }))
      .thenSays(
        DelistingRecorded.create({ instrumentId, ...announced, cashPerShare: 54.2 }, announcedOnRecord.knownAt),
      );
  });

  it('known from an earlier day on says nothing of what was paid later', () => {
    const paid = DelistingRecorded.create({ instrumentId, ...bare, cashPerShare: 54.2 }, close);
    given(recordDelistingDecider, paid)
      .when(record({ ...bare, announcedOn: '2022-10-04' }))
      .thenSays(
        DelistingRecorded.create(
          { instrumentId, ...bare, announcedOn: '2022-10-04' },
          Date.parse('2022-10-05T04:00:00Z') - 1,
        ),
      );
  });

  it('in other words is a conflict, unless it says that it is the later word', () => {
    const other = { ...bare, lastSession: '2022-11-04', cashPerShare: 0 };
    given(recordDelistingDecider, announcedOnRecord)
      .when(record(other))
      .thenRefused('conflict', 'delistingContradicts', '/lastSession');
    given(recordDelistingDecider, announcedOnRecord)
      .when(record({ ...other, announcedOn: '2022-10-27' }))
      .thenRefused('conflict', 'delistingContradicts', '/lastSession');
    expect(
      given(recordDelistingDecider, announcedOnRecord).when(record({ ...other, announcedOn: '2022-10-31' })).events,
    ).toHaveLength(1);
  });

  it('refuses a last session that is none, and an announcement still to come', () => {
    given(recordDelistingDecider)
      .when(record({ ...bare, lastSession: '2022-10-29', announcedOn: '2026-03-03' }))
      .thenRefused('invalid', 'invalidDelisting', '/lastSession', '/announcedOn');
  });
});
