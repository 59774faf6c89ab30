import { closeRows, movesAroundDayZero } from './closes';

/** The closes of the Amazon case, 2026-02-02 to 2026-02-13, as design.md has its ends. */
const CLOSES = [
  ['2026-02-02', 242.96],
  ['2026-02-03', 238.62],
  ['2026-02-04', 232.99],
  ['2026-02-05', 222.69],
  ['2026-02-06', 210.32],
  ['2026-02-09', 208.72],
  ['2026-02-10', 206.96],
  ['2026-02-11', 204.08],
  ['2026-02-12', 199.6],
  ['2026-02-13', 198.79],
] as const;
const closes = CLOSES.map(([session, close]) => ({ session, close, low: null, high: null, position: 7 }));
const report = { announcementId: 'ann_1', of: 'ann_1', headline: 'Report', baseSession: '2026-02-05', assumed: false };

describe('the closes that a verdict rests on', () => {
  it('lie three before the report and six from its day 0 on', () => {
    const rows = closeRows({ closes, announcements: [{ ...report, day0: '2026-02-06' }] });
    const moves = movesAroundDayZero(rows);
    expect(moves?.before.map(({ session }) => session)).toEqual(['2026-02-03', '2026-02-04', '2026-02-05']);
    expect(moves?.from).toHaveLength(6);
    expect(rows[0]).toMatchObject({ change: null, side: 'before' });
    expect(rows[4]).toMatchObject({ change: expect.closeTo(-0.0555, 4), side: 'dayZero' });
  });

  it('have no side without an announcement, nor between two', () => {
    const of = (...days: readonly string[]) =>
      closeRows({ closes, announcements: days.map((day0) => ({ ...report, day0 })) });
    expect(movesAroundDayZero(of())).toBeNull();
    expect(of('2026-02-06', '2026-02-27').every(({ side }) => side === null)).toBe(true);
  });
});
