import fc from 'fast-check';
import { readWhen } from './read-when';

const newYork = 'America/New_York';

describe("a row's moment", () => {
  it.each([
    ['2026-02-05', 'amc', { when: { on: '2026-02-05' }, timing: 'afterClose' }],
    ['2026-02-05', 'bmo', { when: { on: '2026-02-05' }, timing: 'preMarket' }],
    ['2026-02-05', 'dmh', { when: { on: '2026-02-05' }, timing: 'intraday' }],
    ['2026-02-05', 'time-pre-market', { when: { on: '2026-02-05' }, timing: 'preMarket' }],
    ['2026-02-05', 'time-after-hours', { when: { on: '2026-02-05' }, timing: 'afterClose' }],
    ['2026-02-05', 'time-not-supplied', { when: { on: '2026-02-05' }, timing: 'unknown' }],
    ['2026-02-05', 'post-market', { when: { on: '2026-02-05' }, timing: 'afterClose' }],
    ['2026-02-05', 'AfterMarket', { when: { on: '2026-02-05' }, timing: 'afterClose' }],
    ['2026-02-05', 'Before market open', { when: { on: '2026-02-05' }, timing: 'preMarket' }],
    ['2026-02-05', 'TNS', { when: { on: '2026-02-05' }, timing: 'unknown' }],
    ['2026-02-05', '', { when: { on: '2026-02-05' }, timing: 'unstated' }],
    ['2026-02-05', '--', { when: { on: '2026-02-05' }, timing: 'unstated' }],
    ['20260205', 'pre', { when: { on: '2026-02-05' }, timing: 'preMarket' }],
    ['Thursday, February 5, 2026', 'AMC', { when: { on: '2026-02-05' }, timing: 'afterClose' }],
    ['05-Feb-26', 'AMC', { when: { on: '2026-02-05' }, timing: 'afterClose' }],
    ['5.2.2026', 'AMC', { when: { on: '2026-02-05' }, timing: 'afterClose' }],
    ['Feb 5, 2026, 4 PM EST', '', { when: { at: Date.parse('2026-02-05T21:00:00Z') }, timing: 'unstated' }],
    ['2026-02-05 16:00:00-05:00', '', { when: { at: Date.parse('2026-02-05T21:00:00Z') }, timing: 'unstated' }],
    ['2026-02-05T21:00:00.000Z', 'AMC', { when: { at: Date.parse('2026-02-05T21:00:00Z') }, timing: 'afterClose' }],
    ['2026-07-30', '4:05 PM EST', { when: { at: Date.parse('2026-07-30T20:05:00Z') }, timing: 'unstated' }],
    ['2026-02-05', '16:05', { when: { on: '2026-02-05', minutes: 965, zone: null }, timing: 'unstated' }],
  ])('is read from %j and %j', (date, time, expected) => {
    expect(readWhen(date, time, null, null)).toEqual(expected);
  });

  it('takes midnight for what programs write of a bare date', () => {
    expect(readWhen('2026-02-05 00:00:00', '', null, null)).toEqual({ when: { on: '2026-02-05' }, timing: 'unstated' });
    expect(readWhen('2026-02-05T00:00:00.000Z', '', null, newYork)).toEqual({
      when: { on: '2026-02-05' },
      timing: 'unstated',
    });
  });

  it('finds the date of the exchange in an instant whose time of day is a placeholder', () => {
    // Yahoo writes a time that is not supplied as the last second of the day before, or any other.
    const read = readWhen('2016-11-03T03:59:59.000Z', 'TNS', null, null);
    expect(read).toEqual({ when: { at: Date.parse('2016-11-03T03:59:00Z') }, timing: 'unknown' });
  });

  it('reads clocks that name no zone in the zone that is told', () => {
    const read = readWhen('2026-02-05', '16:05', null, newYork);
    expect(read).toEqual({ when: { at: Date.parse('2026-02-05T21:05:00Z') }, timing: 'unstated' });
  });

  it('reads dates in numbers in the order established', () => {
    expect(readWhen('2/5/2026', 'amc', 'MDY', null)).toMatchObject({ when: { on: '2026-02-05' } });
    expect(readWhen('2/5/2026', 'amc', 'DMY', null)).toMatchObject({ when: { on: '2026-05-02' } });
    expect(readWhen('13/5/2026', 'amc', 'MDY', null)).toMatchObject({ code: 'noDate' });
  });

  it.each(['2026-02-30', '2026-13-01', 'soon', '', '5', '2/30/2026', 'Feb 30, 2026', 'Foo 5, 2026'])(
    'is none in %j',
    (date) => {
      expect(readWhen(date, '', 'MDY', null)).toMatchObject({ code: 'noDate' });
    },
  );

  it.each(['noonish', '25:00', '16', '4:05 XST', '13 pm'])('does not guess what %j means', (time) => {
    expect(readWhen('2026-02-05', time, null, null)).toMatchObject({ code: 'timeUnreadable' });
  });

  it('never throws, whatever the cells hold', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.string({ maxLength: 200 }), (date, time) => {
        readWhen(date, time, 'DMY', newYork);
        readWhen(`2026-02-05 ${date}`, time, null, null);
      }),
    );
  });
});
