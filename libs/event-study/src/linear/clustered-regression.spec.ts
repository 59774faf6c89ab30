import { clusteredRegression, type Clustering, type NoRegression, type Regression } from '../index';

/** Standard errors and p-values by statsmodels 0.14: OLS(...).fit(cov_type='cluster' or 'HC1', use_t=True). */
const y = [
  ...[0.16, -0.2, 1.77, 0.97, -1.29, 0.82, -0.64, 1.86, 0.85, 1.92, -0.01, 0.76, -0.35, 2.17, -1.79, 0.31, -0.12, 1.37],
  ...[-0.59, -0.86, -0.64, -1.32, -0.23, -0.51],
];
const size = [
  ...[-0.65, -0.17, 1.66, 0.66, -1.64, -0.01, -0.62, 0.15, -1.61, 0.24, 0.24, 1.58, 0.32, 0.51, -1.49, 2.25, -1.92],
  ...[1.1, -0.33, -0.88, -0.66, -0.67, 0.38, -0.11],
];
const late = [0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1, 1, 0];
const firm = { name: 'firm', labels: 'A A A B B B B C C C D D D D D E E E E F F F F F'.split(' ') };
const date = { name: 'date', labels: [1, 2, 3, 1, 2, 4, 5, 2, 3, 4, 1, 2, 3, 4, 5, 1, 3, 4, 5, 1, 2, 3, 4, 5] };

const regress = (explained: readonly number[], ...clusterings: readonly Clustering[]) =>
  clusteredRegression({
    y: Float64Array.from(explained),
    regressors: [
      { name: 'size', values: Float64Array.from(size) },
      { name: 'late', values: Float64Array.from(late) },
    ],
    clusterings,
  });
const reasonOf = (answer: Regression | NoRegression) => (answer.outcome === 'none' ? answer.reason : 'none');
const closeTo = (value: number) => expect.closeTo(value, 13) as number;
const all = (pick: 'standardError' | 'pValue', answer: Regression | NoRegression) =>
  answer.outcome === 'fit' ? answer.coefficients.map((one) => one[pick]) : [];

describe('a regression with clustered errors', () => {
  it('explains as least squares does, whatever its errors', () => {
    expect(regress(y, firm)).toMatchObject({
      ...{ observations: 24, rSquared: closeTo(0.4476768348418775), adjustedRSquared: closeTo(0.3950746286363419) },
      ...{ residualSd: closeTo(0.859640103524201), clusters: [{ name: 'firm', count: 6 }], degreesOfFreedom: 5 },
      coefficients: [
        { name: 'intercept', estimate: closeTo(0.5047669902774136) },
        { name: 'size', estimate: closeTo(0.582334832876924) },
        { name: 'late', estimate: closeTo(-0.8414885744691827) },
      ],
    });
  });

  it("without clusters has White's errors (HC1)", () => {
    const answer = regress(y);
    expect(all('standardError', answer)).toEqual(
      [0.24112524571278793, 0.15493007486216856, 0.3133081967490155].map(closeTo),
    );
    expect(all('pValue', answer)).toEqual(
      [0.048633456292181125, 0.0011551468224363993, 0.013837896647068106].map(closeTo),
    );
    expect(answer).toMatchObject({
      ...{ degreesOfFreedom: 21, errors: expect.stringContaining('White 1980') },
      joint: { f: closeTo(14.66282959020168), df1: 2, df2: 21, pValue: closeTo(0.00010339823786713596) },
    });
  });

  it('clusters by firm, or by date', () => {
    expect(all('standardError', regress(y, firm))).toEqual(
      [0.32888957573456823, 0.13573228054885533, 0.41213890478919385].map(closeTo),
    );
    expect(all('pValue', regress(y, firm))).toEqual(
      [0.1854315540033325, 0.007786708175811375, 0.09665186668660927].map(closeTo),
    );
    const byDate = regress(y, date);
    expect(all('standardError', byDate)).toEqual(
      [0.32165900381800366, 0.17454420613026383, 0.2787048588706339].map(closeTo),
    );
    expect(byDate).toMatchObject({
      joint: { f: expect.closeTo(45.00777505456783, 11), df1: 2, df2: 4, pValue: closeTo(0.0018101751538144) },
    });
  });

  it('clusters by both at once', () => {
    const other = [
      ...[-1.46, -1.13, 2.43, -0.2, -3.58, 0.08, -1.2, -0.35, -0.63, 1.38, 0.22, 1.48, 1.34, 2.51, 0.13, 1.45, 0.18],
      ...[2.93, 0.55, -1.03, -1.09, -0.05, 1.3, 0.26],
    ];
    const answer = regress(other, firm, date);
    expect(all('standardError', answer)).toEqual(
      [0.5229672041627726, 0.21309843460205516, 0.1973894305137304].map(closeTo),
    );
    expect(all('pValue', answer)).toEqual([0.4024893954596457, 0.010562934522089017, 0.04329869624319818].map(closeTo));
    expect(answer).toMatchObject({
      ...{ floored: false, degreesOfFreedom: 4, errors: expect.stringContaining('Cameron, Gelbach and Miller 2011') },
      joint: { f: expect.closeTo(119.7780491848602, 10), pValue: closeTo(0.00026972547468746486) },
    });
  });

  it('sets a negative eigenvalue of the two-way variance to zero, and says so', () => {
    // V by statsmodels, its eigenvalues by numpy: -0.0094, 0.0354, 0.3017.
    const answer = regress(y, firm, date);
    expect(answer).toMatchObject({ floored: true });
    expect(all('standardError', answer)).toEqual(
      [0.39226931175528557, 0.17697532058074425, 0.38984554929926213].map(closeTo),
    );
    expect(all('pValue', answer)).toEqual(
      [0.26758887061889214, 0.030201722935637037, 0.09705016477149235].map(closeTo),
    );
  });

  it('has intervals of t with the degrees of freedom that the clusters leave', () => {
    const answer = regress(y, firm, date);
    if (answer.outcome !== 'fit') throw new Error('no regression');
    const [{ estimate, standardError, lower, upper }] = answer.coefficients as [Regression['coefficients'][0]];
    expect(upper - estimate).toBeCloseTo(2.7764451051977934 * standardError, 12);
    expect(estimate - lower).toBeCloseTo(2.7764451051977934 * standardError, 12);
  });

  it('says why there is none: a regressor that others add up to, too few rows, one cluster alone', () => {
    const twice = { name: 'twice', values: Float64Array.from(size, (one) => 2 * one) };
    const sized = { name: 'size', values: Float64Array.from(size) };
    const whole = Float64Array.from(y);
    expect(reasonOf(clusteredRegression({ y: whole, regressors: [sized, twice], clusterings: [] }))).toMatch(
      /^twice is a combination/,
    );
    const few = { name: 'size', values: Float64Array.of(1, 2) };
    expect(reasonOf(clusteredRegression({ y: Float64Array.of(1, 2), regressors: [few], clusterings: [] }))).toMatch(
      /2 observations are too few for 2 coefficients/,
    );
    const alone = { name: 'firm', labels: y.map(() => 'AMZN') };
    expect(reasonOf(clusteredRegression({ y: whole, regressors: [sized], clusterings: [alone] }))).toMatch(/same firm/);
  });

  it('refuses labels that are not one a row', () => {
    expect(() => regress(y, { name: 'firm', labels: ['A'] })).toThrow(/1 labels of firm stand beside 24 rows/);
  });
});
