import { heatOf, largestMove, yearRows } from './months';

const months = [
  { period: '2025-12', return: -0.04 },
  { period: '2026-01', return: 0.02 },
];

describe('returns by month', () => {
  it('stand in their year, and months outside of the run are empty', () => {
    const [first, second] = yearRows(months, [
      { period: '2025', return: -0.04 },
      { period: '2026', return: 0.02 },
    ]);
    expect(first).toMatchObject({ year: '2025', whole: -0.04 });
    expect(first?.months).toEqual([...Array<null>(11).fill(null), -0.04]);
    expect(second?.months.slice(0, 2)).toEqual([0.02, null]);
  });

  it('are coloured by their size against the largest', () => {
    expect(largestMove(months)).toBe(0.04);
    expect(heatOf(0.02, 0.04)).toBe(0.5);
    expect(heatOf(0, 0)).toBe(0);
  });
});
