import { placesOf, pointsOf } from '../tape/points';
import type { StreakRow } from '../tape/rows';
import { bandsOf } from './bands';

const SESSIONS = [
  ...['2026-02-02', '2026-02-03', '2026-02-04', '2026-02-05', '2026-02-06', '2026-02-09'],
  ...['2026-02-10', '2026-02-11', '2026-02-12', '2026-02-13', '2026-02-17'],
];

/** The nine sessions of Amazon, with the report's day 0 in them. */
const fall: StreakRow = {
  ...{ direction: 'falling', start: '2026-02-03', end: '2026-02-13', length: 9, inForce: false },
  ...{ baseSession: '2026-02-02', baseClose: 242.96, endClose: 198.79, return: -0.1817994731643069 },
  ...{ marketCapChange: null, priceEffect: null, shareCountEffect: null, gaps: [], longestSince: null },
  tapeFrom: '2025-01-02',
  announcements: [
    { of: 'ann_1', announcementId: 'ann_1', day0: '2026-02-06', part: 'within' },
    { of: 'ann_2', announcementId: 'ann_2', day0: '2026-02-17', part: 'ended' },
  ],
};

function bandsWithout(missing: readonly string[], streaks: readonly StreakRow[] = [fall]) {
  const present = SESSIONS.filter((session) => !missing.includes(session));
  const unknown = { open: null, high: null, low: null, volume: null, change: null };
  const bars = present.map((session) => ({ session, close: 1, ...unknown }));
  const points = pointsOf(bars, [], missing);
  return bandsOf(streaks, points, placesOf(points));
}

describe('bands', () => {
  it('run from the base session to the last one, labelled as people read them', () => {
    expect(bandsWithout([])).toMatchObject([
      { direction: 'falling', from: 0, to: 9, length: 9, label: ['9 ▼', '−18.18%'] },
    ]);
  });

  it('are cut at day 0: three sessions before the report, six from it on', () => {
    expect(bandsWithout([])[0]?.cuts).toEqual([{ day0: 4, before: 3, after: 6 }]);
  });

  it('count no session that lacks its bar', () => {
    const shorter = { ...fall, length: 8 };
    expect(bandsWithout(['2026-02-04'], [shorter])[0]).toMatchObject({
      from: 0,
      to: 9,
      cuts: [{ day0: 4, before: 2, after: 6 }],
    });
  });

  it('are left out until all of their sessions are here', () => {
    const earlier = { ...fall, baseSession: '2026-01-30', start: '2026-02-02' };
    expect(bandsWithout([], [earlier])).toEqual([]);
  });

  it('are cut once by announcements of one day 0', () => {
    const [report] = fall.announcements;
    const twice = { ...fall, announcements: report === undefined ? [] : [report, { ...report, of: 'amd_1' }] };
    expect(bandsWithout([], [twice])[0]?.cuts).toHaveLength(1);
  });
});
