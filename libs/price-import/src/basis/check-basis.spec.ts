import { rowsOf } from '../../test/rows';
import { checkBasis } from './check-basis';

/** Amazon split its shares 20 for 1 on 2022-06-06: closed at 2,447.00 as traded the Friday before, opened at 125.25. */
const split = { exDate: '2022-06-06', from: 1, to: 20 };
const asTraded = rowsOf({ '2022-06-03': 2447, '2022-06-06': [125.25, 124.79] });
const adjusted = rowsOf({ '2022-06-03': 122.35, '2022-06-06': [125.25, 124.79] });

describe('a basis held against a split that lies in the prices', () => {
  it('agrees where prices as traded jump by its ratio, and adjusted ones do not', () => {
    expect(checkBasis(asTraded, [split], 'raw')).toEqual({ agree: 1, tellNothing: 0, contradict: [] });
    expect(checkBasis(adjusted, [split], 'splitAdjusted')).toEqual({ agree: 1, tellNothing: 0, contradict: [] });
  });

  it('is contradicted where they do the opposite, with the figures', () => {
    expect(checkBasis(adjusted, [split], 'raw').contradict).toEqual([
      'at the split of 2022-06-06, 20 for 1, it moves from 122.35 (2022-06-03) to 125.25 (2022-06-06) as adjusted prices do',
    ]);
    expect(checkBasis(asTraded, [split], 'splitAdjusted').contradict).toEqual([
      'at the split of 2022-06-06, 20 for 1, it moves from 2447 (2022-06-03) to 125.25 (2022-06-06) as prices as traded do',
    ]);
  });

  it('still tells on a day that lost a quarter beside a split of 2 for 1', () => {
    const fell = rowsOf({ '2022-06-03': 100, '2022-06-06': 37.5 });
    expect(checkBasis(fell, [{ exDate: '2022-06-06', from: 1, to: 2 }], 'raw').agree).toBe(1);
  });

  it('hears nothing from a stock dividend, nor where no bar stands near', () => {
    const small = { exDate: '2022-06-06', from: 100, to: 105 };
    expect(checkBasis(asTraded, [small], 'raw')).toEqual({ agree: 0, tellNothing: 1, contradict: [] });
    const far = rowsOf({ '2022-05-02': 2447, '2022-06-30': 106 });
    expect(checkBasis(far, [split], 'raw')).toEqual({ agree: 0, tellNothing: 1, contradict: [] });
  });

  it('does not ask of splits before the first bar and after the last', () => {
    const before = { exDate: '2022-06-03', from: 1, to: 2 };
    const after = { exDate: '2022-06-07', from: 1, to: 2 };
    expect(checkBasis(asTraded, [before, after], 'raw')).toEqual({ agree: 0, tellNothing: 0, contradict: [] });
  });
});
