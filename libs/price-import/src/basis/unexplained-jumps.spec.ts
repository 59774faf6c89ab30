import { rowsOf } from '../../test/rows';
import { unexplainedJumps } from './unexplained-jumps';

describe('moves that look like a split of which nothing is known', () => {
  const split = rowsOf({
    '2022-06-02': 2510.22,
    '2022-06-03': 2447,
    '2022-06-06': [125.25, 124.79],
    '2022-06-07': 123,
  });

  it('are told with what they look like', () => {
    expect(unexplainedJumps(split, [])).toEqual([
      { session: '2022-06-06', from: 2447, to: 125.25, looksLike: '20 for 1' },
    ]);
  });

  it('are none where the split is known, also when its day has no bar', () => {
    expect(unexplainedJumps(split, [{ exDate: '2022-06-06', from: 1, to: 20 }])).toEqual([]);
    expect(unexplainedJumps(split, [{ exDate: '2022-06-04', from: 1, to: 20 }])).toEqual([]);
  });

  it('are told the other way round, too', () => {
    const reverse = rowsOf({ '2023-05-01': 0.52, '2023-05-02': [5.15, 5.3] });
    expect(unexplainedJumps(reverse, [])).toMatchObject([{ session: '2023-05-02', looksLike: '1 for 10' }]);
  });

  it('are not the moves of a bad day', () => {
    expect(unexplainedJumps(rowsOf({ '2022-02-02': 323, '2022-02-03': 237.76 }), [])).toEqual([]);
    expect(unexplainedJumps(rowsOf({ '2022-02-02': 100, '2022-02-03': 57 }), [])).toEqual([]);
  });
});
