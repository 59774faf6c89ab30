import { kaplanMeier, restrictedMean, tallyLengths } from './kaplan-meier';

const LENGTHS = [0, 0, 1, 1, 1, 2, 2, 2, 2, 3, 3, 4, 5, 5, 7, 9];
const UNFINISHED = [0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 0, 0, 1, 0, 1];

/** lifelines 0.30.3, KaplanMeierFitter(alpha=0.05): length, survival, lower, upper; standard errors by Greenwood. */
const LIFELINES = [
  [0, 0.8749999999999999, 0.5859814368090156, 0.9671888460291236, 0.08267972847076843],
  [1, 0.7500000000000001, 0.4634300426581343, 0.897979909715789, 0.10825317547305484],
  [2, 0.5454545454545454, 0.274377568285315, 0.7526982110397968, 0.12783229998560344],
  [3, 0.4675324675324675, 0.2086271543649772, 0.6915417548543372, 0.13118744952019712],
  [4, 0.374025974025974, 0.1339266617381346, 0.6181335671742776, 0.13419860463409097],
  [5, 0.2805194805194806, 0.07535004807514013, 0.5353195426665509, 0.12918130701319383],
  [7, 0.1402597402597403, 0.01047217518152114, 0.4289988749222381, 0.11835687512465916],
  [9, 0.1402597402597403, 0.01047217518152114, 0.4289988749222381, 0.11835687512465916],
] as const;

describe('Kaplan and Meier', () => {
  const curve = kaplanMeier(tallyLengths(LENGTHS, UNFINISHED));

  it('agree with lifelines, bounds and standard errors too', () => {
    expect(curve.steps.map(({ length }) => length)).toEqual(LIFELINES.map(([length]) => length));
    curve.steps.forEach(({ survival, lower, upper, standardError }, at) => {
      const [, expected, below, above, greenwood] = LIFELINES[at]!;
      expect([survival, lower, upper, standardError]).toEqual(
        [expected, below, above, greenwood].map((value) => expect.closeTo(value, 13)),
      );
    });
    expect(curve).toMatchObject({ n: 16, censored: 5, median: 3 });
  });

  it('give the mean length up to a horizon as the area below the curve, as lifelines does', () => {
    expect(restrictedMean(curve, 6)).toBeCloseTo(3.292532467532468, 13);
    expect(restrictedMean(curve, 10)).toBeCloseTo(3.993831168831169, 13);
  });

  it('are the plain shares and the plain mean where everything is finished', () => {
    const finished = kaplanMeier(tallyLengths([1, 2, 2, 5], [0, 0, 0, 0]));
    expect(finished.steps.map(({ survival }) => survival)).toEqual([0.75, 0.25, 0]);
    expect(restrictedMean(finished, 10)).toBe(2.5);
    expect(finished.steps[2]).toMatchObject({ standardError: null, lower: null, upper: null });
  });

  it('count an unfinished run as longer than it is by now: dropping it would make runs look short', () => {
    const [kept, dropped] = [
      kaplanMeier(tallyLengths([1, 1, 6], [0, 0, 1])),
      kaplanMeier(tallyLengths([1, 1], [0, 0])),
    ];
    expect(restrictedMean(kept, 6)).toBeCloseTo((1 + 1 + 6) / 3, 14);
    expect(restrictedMean(dropped, 6)).toBe(1);
  });

  it('say nothing of nothing, and refuse what is no length', () => {
    expect(kaplanMeier(tallyLengths([], []))).toEqual({ n: 0, censored: 0, steps: [], median: null });
    expect(restrictedMean({ n: 0, steps: [] }, 5)).toBeNull();
    expect(() => tallyLengths([1.5], [0])).toThrow(/1.5 sessions/);
    expect(() => kaplanMeier(tallyLengths([1], [0]), 1)).toThrow(/confidence/);
  });
});
