import { HaltRecorded, idOf } from '@streakline/events';
import { exchange } from '@streakline/market-time';
import { given } from '@streakline/testing';
import type { RecordHaltBody } from './record-halt.command';
import { recordHaltDecider } from './record-halt.decider';

const instrumentId = idOf('ins', ['amazon']);
const now = Date.parse('2026-03-01T12:00:00Z');
const record = (said: RecordHaltBody) => ({ instrumentId, exchange: exchange('XNAS'), said, now });
const [from, to] = ['2026-02-27T15:04:10Z', '2026-02-27T15:34:10Z'];
const stopped = HaltRecorded.create({ instrumentId, from, reason: 'T1' }, Date.parse(from));
const whole = HaltRecorded.create({ instrumentId, from, to, reason: 'T1' }, Date.parse(to));

describe('recording a halt', () => {
  it('is known when trading stopped, and with its end when it resumed', () => {
    given(recordHaltDecider)
      .when(record({ from, reason: 'T1' }))
      .thenSays(stopped);
    given(recordHaltDecider)
      .when(record({ from, to, reason: 'T1' }))
      .thenSays(whole);
  });

  it('ends the halt that began at that instant, and keeps its reason', () => {
    given(recordHaltDecider, stopped)
      .when(record({ from: '2026-02-27T15:04:10.000Z', to }))
      .thenSays(
        HaltRecorded.create({ instrumentId, from: '2026-02-27T15:04:10.000Z', to, reason: 'T1' }, Date.parse(to)),
      );
  });

  it('again, in part or whole, was said before', () => {
    given(recordHaltDecider, stopped).when(record({ from })).thenSaidBefore();
    given(recordHaltDecider, stopped, whole).when(record({ from })).thenSaidBefore();
    given(recordHaltDecider, stopped, whole).when(record({ from, to })).thenSaidBefore();
  });

  it('with another end or reason is a conflict', () => {
    given(recordHaltDecider, whole)
      .when(record({ from, to: '2026-02-27T16:00:00Z', reason: 'LUDP' }))
      .thenRefused('conflict', 'haltContradicts', '/to', '/reason');
  });

  it('refuses an end that is not after the beginning, and what is still to come', () => {
    given(recordHaltDecider)
      .when(record({ from, to: from }))
      .thenRefused('invalid', 'resumedBeforeHalted', '/to');
    given(recordHaltDecider)
      .when(record({ from, to: '2026-03-01T12:00:01Z' }))
      .thenRefused('invalid', 'resumedInFuture', '/to');
    given(recordHaltDecider)
      .when(record({ from: '2026-03-01T12:00:01Z' }))
      .thenRefused('invalid', 'haltedInFuture', '/from');
  });

  it('while another lasts is refused, and says how to end that one', () => {
    const { detail } = given(recordHaltDecider, stopped)
      .when(record({ from: '2026-02-27T16:00:00Z' }))
      .thenRefused('conflict', 'haltOverlaps', '/from');
    expect(detail).toContain(`{"from": "${from}", "to": ...}`);
    given(recordHaltDecider, whole)
      .when(record({ from: '2026-02-27T15:00:00Z', to: '2026-02-27T15:04:11Z' }))
      .thenRefused('conflict', 'haltOverlaps', '/to');
  });

  it('may begin the moment another has ended', () => {
    expect(given(recordHaltDecider, whole).when(record({ from: to })).events).toHaveLength(1);
    const before = { from: '2026-02-27T15:00:00Z', to: from };
    expect(given(recordHaltDecider, whole).when(record(before)).events).toHaveLength(1);
  });

  it('outside the years that the calendar covers is refused', () => {
    given(recordHaltDecider)
      .when(record({ from: '1850-01-02T15:00:00Z' }))
      .thenRefused('invalid', 'outsideCoverage', '/from');
  });
});
