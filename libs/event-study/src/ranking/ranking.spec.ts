import fc from 'fast-check';
import { AscendingOrder } from './ascending-order';
import { midranks } from './midranks';

describe('ranking rows', () => {
  it("gives ties the mean of their ranks, as scipy's rankdata does", () => {
    const values = Float64Array.of(0.012, -0.034, 0.005, 0.021, 0, -0.007, 0.018, 0.012, -0.012, 0.041);
    const ranks = new Float64Array(values.length);
    midranks(values, new AscendingOrder(values.length).of(values), ranks);
    expect([...ranks]).toEqual([6.5, 1, 5, 9, 4, 3, 8, 6.5, 2, 10]);
  });

  it('orders any row, leaving out what is no number, again and again', () => {
    const order = new AscendingOrder(40);
    const value = fc.oneof(fc.constantFrom(0, -0, 0.01, Number.NaN), fc.double({ noNaN: true }));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 40 }), (row) => {
        const values = Float64Array.from(row);
        const sorted = [...order.of(values)];
        expect(sorted).toHaveLength(row.filter((one) => !Number.isNaN(one)).length);
        const inOrder = sorted.map((index) => row[index]!);
        expect(inOrder).toEqual(row.filter((one) => !Number.isNaN(one)).sort((a, b) => a - b));
        for (let i = 1; i < sorted.length; i++) {
          if (inOrder[i] === inOrder[i - 1]) expect(sorted[i]).toBeGreaterThan(sorted[i - 1]!);
        }
      }),
    );
  });
});
