import { benjaminiHochberg, holm } from './adjusted';

describe('p-values adjusted for many comparisons', () => {
  // The fifteen of Benjamini and Hochberg 1995, section 4.
  const published = [
    ...[0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324],
    ...[0.4262, 0.5719, 0.6528, 0.759, 1],
  ];

  it('reject the first four of the published example by Benjamini and Hochberg, the first three by Holm', () => {
    expect(benjaminiHochberg(published).filter((p) => p <= 0.05)).toHaveLength(4);
    expect(holm(published).filter((p) => p <= 0.05)).toHaveLength(3);
  });

  it('are what statsmodels multipletests gives, in the order given, ties too', () => {
    const pValues = [0.01, 0.04, 0.03, 0.005, 0.04, 0.5];
    const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 14));
    expect(holm(pValues)).toEqual(close([0.05, 0.12, 0.12, 0.03, 0.12, 0.5]));
    expect(benjaminiHochberg(pValues)).toEqual(close([0.03, 0.048, 0.048, 0.03, 0.048, 0.5]));
  });

  it('are none of none, themselves where there is one, and refuse what is no p-value', () => {
    expect([holm([]), benjaminiHochberg([])]).toEqual([[], []]);
    expect([holm([0.2]), benjaminiHochberg([0.2])]).toEqual([[0.2], [0.2]]);
    expect(() => holm([0.2, Number.NaN])).toThrow(/P-value 1/);
  });
});
