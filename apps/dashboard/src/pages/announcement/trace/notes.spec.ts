import { noteInWords } from './notes';

const windows = [
  { from: 0, to: 20 },
  { from: 1, to: 20 },
  { from: 2, to: 60 },
];
const other = { of: 'amd_1', announcementId: 'ann_2' };

describe('notes of a reaction in words', () => {
  it('name the other announcement, and where it lies', () => {
    const { before, announcementId, after } = noteInWords({ code: 'announcementInWindow', ...other, day: 14, windows });
    expect(before + String(announcementId) + after).toBe(
      'Another announcement lies in [0,20], [1,20] and [2,60], on day +14: ann_2.',
    );
    expect(noteInWords({ code: 'announcementInEstimationWindow', ...other, day: -14 }).before).toContain(
      'on day −14: ',
    );
    expect(noteInWords({ code: 'announcementOnDay0', ...other }).before).toBe(
      'Another announcement shares this day 0: ',
    );
  });

  it.each([
    [{ code: 'noBenchmark' }, 'No benchmark is assigned'],
    [{ code: 'shortEstimationWindow', usable: 80, needed: 120 }, 'wants 120 days of both tapes before, and finds 80'],
    [
      { code: 'assumedTiming', candidates: ['2026-02-05', '2026-02-06'] },
      'the first of Thu 5 Feb 2026, Fri 6 Feb 2026',
    ],
    [{ code: 'contradictedTiming', on: '2026-02-07' }, 'Sat 7 Feb 2026 has no session'],
    [{ code: 'noBarOnDay0', resumedOn: '2026-02-10' }, 'trading resumed on Tue 10 Feb 2026'],
    [{ code: 'noBarOnBase', lastBar: '2026-02-04' }, 'the last one before it, of Wed 4 Feb 2026'],
    [{ code: 'outsideCalendar', from: '1990-01-01', to: '2030-12-31' }, 'Mon 1 Jan 1990 to Tue 31 Dec 2030'],
    [
      { code: 'missingBenchmarkBars', sessions: ['2026-02-06'] },
      'lacks bars that abnormal figures rest on: Fri 6 Feb 2026.',
    ],
  ])('say what %j means', (note, words) => {
    expect(noteInWords(note)).toEqual({ before: expect.stringContaining(words), announcementId: null, after: '' });
  });

  it('show one that is not known yet as it stands', () => {
    expect(noteInWords({ code: 'newOne', days: 3 }).before).toBe('newOne: {"days":3}.');
  });
});
