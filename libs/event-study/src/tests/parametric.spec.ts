import { adjustedBmp, adjustedPatell } from './adjusted-for-correlation';
import { atNormal, atStudent } from './answers';
import { crossSectional } from './cross-sectional';
import { momentsOf } from './moments';
import { generalisedSign, positiveAmong, sign } from './sign';
import { skewnessCorrected, skewnessOf } from './skewness-corrected';

const VALUES = Float64Array.of(0.012, -0.034, 0.005, 0.021, 0, -0.007, 0.018, 0.012, -0.012, 0.041);
const correlation = (value: number | null) =>
  ({ value, pairing: 'estimationOverlap', pairs: 45, sampled: false, standardError: null }) as const;

describe('tests of one sample', () => {
  it("are the t test of scipy's ttest_1samp", () => {
    const { statistic, pValue, degreesOfFreedom, n } = crossSectional(momentsOf(VALUES));
    expect({ degreesOfFreedom, n }).toEqual({ degreesOfFreedom: 9, n: 10 });
    expect(statistic).toBeCloseTo(0.8624575450871764, 12);
    expect(pValue).toBeCloseTo(0.4108274116649984, 12);
  });

  it('correct the t for the skewness that scipy finds', () => {
    const moments = momentsOf(VALUES);
    expect(skewnessOf(moments)).toBeCloseTo(-0.30936450307176083, 12);
    const { statistic, pValue } = skewnessCorrected(moments);
    expect(statistic).toBeCloseTo(0.8221236972557892, 12);
    expect(pValue).toBeCloseTo(0.4110064997466889, 12);
  });

  it('count a zero as not positive', () => {
    const positive = positiveAmong(VALUES);
    expect(positive).toBe(6);
    // By hand: (6 - 5) / √2.5 and (6 - 4.7) / √(10 x 0.47 x 0.53).
    expect(sign(positive, 10).statistic).toBeCloseTo(0.6324555320336759, 12);
    const generalised = generalisedSign(positive, 10, 0.47);
    expect(generalised.statistic).toBeCloseTo(0.8236761454682351, 12);
    expect(generalised.pValue).toBeCloseTo(0.4101235971099323, 12);
  });

  it('have no answer where there is no spread, also where rounding pretends one', () => {
    const equal = momentsOf(new Float64Array(7).fill(0.1));
    expect(equal.sd).toBe(0);
    expect(crossSectional(equal).reason).toContain('do not vary');
    expect(skewnessCorrected(equal).statistic).toBeNull();
    expect(generalisedSign(3, 7, 1).reason).toContain('is 1');
    expect(generalisedSign(3, 7, null).reason).toContain('No event');
  });

  it('say how many events they take', () => {
    const two = momentsOf(VALUES.subarray(0, 2));
    expect(skewnessCorrected(two).reason).toBe('It takes at least 3 events with a usable figure here; there are 2.');
    expect(crossSectional(momentsOf(VALUES.subarray(0, 1))).reason).toContain('there is 1');
    expect(sign(0, 0).reason).toContain('at least one event');
  });
});

describe('adjusting for cross-correlation', () => {
  it('shrinks Patell by √(1 + (N - 1) r) and BMP by √((1 - r) / (1 + (N - 1) r))', () => {
    // By hand with N = 11, r = 0.3: √4 = 2 and √(0.7 / 4) = 0.41833.
    expect(adjustedPatell(atNormal('patell', 3, 11), correlation(0.3), 11)).toMatchObject({
      ...{ test: 'adjustedPatell', statistic: 1.5, distribution: 'normal' },
    });
    const bmp = adjustedBmp(atStudent('bmp', 3, 10, 11), correlation(0.3), 11);
    expect(bmp.statistic).toBeCloseTo(3 * Math.sqrt(0.175), 14);
    expect(bmp.degreesOfFreedom).toBe(10);
  });

  it('has no answer without a correlation, or with one that leaves no variance', () => {
    expect(adjustedPatell(atNormal('patell', 3, 1), correlation(null), 1).reason).toContain('at least two events');
    expect(adjustedBmp(atStudent('bmp', 3, 1, 2), correlation(-1), 2).reason).toContain('at or below zero');
  });
});
