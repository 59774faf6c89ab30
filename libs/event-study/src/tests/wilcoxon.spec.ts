import { signedRanksOf, wilcoxon } from './wilcoxon';

describe("Wilcoxon's signed ranks", () => {
  it('are exact without ties, as in scipy and R', () => {
    const values = Float64Array.of(0.012, -0.034, 0.005, 0.021, -0.007, 0.018, 0.013, -0.0125, 0.041);
    const ranks = signedRanksOf(values);
    // wilcoxon(values, method='exact') and method='approx': rank sums 14 and 31.
    expect(ranks).toMatchObject({ positiveSum: 31, n: 9 });
    expect(ranks.exactP).toBeCloseTo(0.359375, 12);
    expect(ranks.normalP).toBeCloseTo(0.3139380937749148, 12);
    expect(wilcoxon(ranks, 9)).toMatchObject({ distribution: 'exact', pValue: ranks.exactP, statistic: ranks.z });
  });

  it('drop zeros and correct the variance for ties across the signs', () => {
    const values = Float64Array.of(0.012, -0.034, 0.005, 0.021, 0, -0.007, 0.018, 0.012, -0.012, 0.041);
    const ranks = signedRanksOf(values);
    expect(ranks).toMatchObject({ positiveSum: 31, n: 9, exactP: null });
    expect(ranks.z).toBeCloseTo(1.010545107072199, 12);
    expect(wilcoxon(ranks, 10)).toMatchObject({ distribution: 'normal', n: 9, pValue: ranks.normalP });
    expect(ranks.normalP).toBeCloseTo(0.3122341999396282, 12);
  });

  it('say nothing of zeros alone', () => {
    const ranks = signedRanksOf(Float64Array.of(0, -0, 0));
    expect(ranks).toEqual({ positiveSum: 0, n: 0, z: null, normalP: null, exactP: null });
    expect(wilcoxon(ranks, 3).reason).toBe('No abnormal return here differs from zero.');
  });

  it('turn their sign with the values', () => {
    const values = Float64Array.from({ length: 30 }, (_, i) => Math.sin(i * i) / 50);
    const [one, mirrored] = [signedRanksOf(values), signedRanksOf(values.map((value) => -value))];
    expect(mirrored.z).toBeCloseTo(-one.z!, 12);
    expect(mirrored.exactP).toBe(one.exactP);
  });
});
