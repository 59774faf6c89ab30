import { AnnouncementScheduled, idOf } from '@streakline/events';
import { exchange } from '@streakline/market-time';
import { given } from '@streakline/testing';
import type { ScheduleAnnouncementBody } from './schedule-announcement.command';
import { scheduleAnnouncementDecider } from './schedule-announcement.decider';

const instrumentId = idOf('ins', ['amazon']);
const now = Date.parse('2026-03-01T12:00:00Z');
const report = { kind: 'earnings' as const, period: '2026-Q1' };
const schedule = (said: Partial<ScheduleAnnouncementBody>) => ({
  ...{ instrumentId, exchange: exchange('XNAS'), said: { ...report, ...said }, now },
});
const word = (moment: { on: string; timing?: 'afterClose' } | { at: string } | null, knownAt: string) =>
  AnnouncementScheduled.create({ instrumentId, ...report, moment }, Date.parse(knownAt));
const [january, february] = ['2026-01-15T14:00:00Z', '2026-02-20T14:00:00Z'];
const april30 = { on: '2026-04-30', timing: 'afterClose' as const };
const onRecord = word(april30, january);

describe('scheduling an announcement', () => {
  it('is known when it was said, or now', () => {
    given(scheduleAnnouncementDecider)
      .when(schedule({ scheduledOn: '2026-04-30', timing: 'afterClose', knownAt: january }))
      .thenSays(onRecord);
    given(scheduleAnnouncementDecider)
      .when(schedule({ scheduledAt: '2026-04-30T20:01:00Z' }))
      .thenSays(word({ at: '2026-04-30T20:01:00.000Z' }, '2026-03-01T12:00:00Z'));
  });

  it('again was said before, also when it is said later', () => {
    const same = { scheduledOn: '2026-04-30', timing: 'afterClose' as const };
    given(scheduleAnnouncementDecider, onRecord).when(schedule(same)).thenSaidBefore();
    given(scheduleAnnouncementDecider, onRecord)
      .when(schedule({ ...same, knownAt: february }))
      .thenSaidBefore();
  });

  it('anew, or called off, is a later word', () => {
    given(scheduleAnnouncementDecider, onRecord)
      .when(schedule({ scheduledOn: '2026-05-01', knownAt: february }))
      .thenSays(word({ on: '2026-05-01' }, february));
    given(scheduleAnnouncementDecider, onRecord)
      .when(schedule({ calledOff: true, knownAt: february }))
      .thenSays(word(null, february));
  });

  it('as an earlier word than the one on record fills history', () => {
    expect(
      given(scheduleAnnouncementDecider, word({ on: '2026-05-01' }, february)).when(
        schedule({ scheduledOn: '2026-04-30', knownAt: january }),
      ).events,
    ).toHaveLength(1);
  });

  it('is judged apart for each period', () => {
    const next = { ...schedule({ scheduledOn: '2026-07-30', knownAt: january }) };
    expect(
      given(scheduleAnnouncementDecider, onRecord).when({ ...next, said: { ...next.said, period: '2026-Q2' } }).events,
    ).toHaveLength(1);
  });

  it('in another way at the same moment is a conflict', () => {
    given(scheduleAnnouncementDecider, onRecord)
      .when(schedule({ scheduledOn: '2026-04-29', knownAt: january }))
      .thenRefused('conflict', 'scheduleContradicts', '/knownAt');
  });

  it('cannot call off what nobody has scheduled', () => {
    given(scheduleAnnouncementDecider)
      .when(schedule({ calledOff: true }))
      .thenRefused('conflict', 'notScheduled', '/calledOff');
  });

  it('needs one statement of when', () => {
    given(scheduleAnnouncementDecider).when(schedule({})).thenRefused('invalid', 'momentUnclear', '/scheduledAt');
    given(scheduleAnnouncementDecider)
      .when(schedule({ scheduledOn: '2026-04-30', calledOff: true }))
      .thenRefused('invalid', 'momentUnclear', '/calledOff');
    given(scheduleAnnouncementDecider)
      .when(schedule({ scheduledAt: '2026-04-30T20:01:00Z', timing: 'afterClose' }))
      .thenRefused('invalid', 'momentUnclear', '/timing');
  });

  it('refuses what was over when it was said, and a word from the future', () => {
    given(scheduleAnnouncementDecider)
      .when(schedule({ scheduledOn: '2026-02-27', timing: 'preMarket' }))
      .thenRefused('invalid', 'scheduledInPast', '/scheduledOn');
    expect(
      given(scheduleAnnouncementDecider).when(schedule({ scheduledOn: '2026-02-27', knownAt: february })).events,
    ).toHaveLength(1);
    given(scheduleAnnouncementDecider)
      .when(schedule({ scheduledOn: '2026-04-30', knownAt: '2026-03-01T12:00:01Z' }))
      .thenRefused('invalid', 'knownInFuture', '/knownAt');
    given(scheduleAnnouncementDecider)
      .when(schedule({ scheduledOn: '2099-04-30' }))
      .thenRefused('invalid', 'outsideCoverage', '/scheduledOn');
  });
});
