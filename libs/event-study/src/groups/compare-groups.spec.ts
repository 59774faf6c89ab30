import { buildPanel, compareGroups, complete, type GroupOptions, type GroupReport, type StudyEvent } from '../index';

/** Expected values by scipy 1.x (ttest_ind, ttest_1samp, f_oneway) and statsmodels (anova_oneway, multipletests). */
const beat = [0.031, -0.012, 0.024, 0.018, 0.047];
const miss = [-0.021, 0.004, -0.033];
const meet = [0.002, 0.011, -0.004, 0.006];

/** Estimation returns of +swing and -swing, whose mean is 0, then day 0 with the return given and a day 1 of none. */
function anEvent(group: string | null, day0: number, swing: number): StudyEvent {
  const returns = Float64Array.of(swing, -swing, -swing, swing, day0, 0);
  const series = { days: Int32Array.from(returns.keys()), returns, factors: [] };
  return { id: `${group ?? 'none'} ${day0}`, firm: 'F', group, series, day0: 4, omittedDays: [] };
}

const aGroup = (group: string | null, reactions: readonly number[], swings: readonly number[] = []) =>
  reactions.map((one, at) => anEvent(group, one, swings[at] ?? 0.01));

function compared(events: readonly StudyEvent[], options?: GroupOptions): GroupReport {
  const windows = [{ from: 0, to: 1 }];
  const panel = complete(
    buildPanel(events, { model: 'meanAdjusted', estimation: { from: -4, to: -1 }, event: { from: 0, to: 1 }, windows }),
  );
  return complete(compareGroups(panel, options));
}
const closeTo = (value: number) => expect.closeTo(value, 11) as number;

describe('AAR and CAAR by group', () => {
  it("has each group's mean with its t and interval", () => {
    const { groups, ungrouped, days } = compared([
      ...aGroup('miss', miss),
      ...aGroup('beat', beat),
      ...aGroup(null, [0.9]),
    ]);
    expect({ groups, ungrouped }).toEqual({
      groups: [
        { name: 'beat', events: 5 },
        { name: 'miss', events: 3 },
      ],
      ungrouped: 1,
    });
    expect(days[0]!.abnormal.means).toEqual([
      {
        ...{ group: 'beat', n: 5, mean: closeTo(0.0216), standardDeviation: closeTo(0.021686401268998047) },
        ...{ t: closeTo(2.2271592098151274), pValue: closeTo(0.08989410832857317) },
        ...{ lower: closeTo(-0.005327223706315297), upper: closeTo(0.0485272237063153) },
      },
      {
        ...{
          group: 'miss',
          n: 3,
          mean: closeTo(-0.016666666666666666),
          standardDeviation: closeTo(0.018876793513023692),
        },
        ...{ t: closeTo(-1.52925937551654), pValue: closeTo(0.2658164793453463) },
        ...{ lower: closeTo(-0.06355922130929281), upper: closeTo(0.030225887975959483) },
      },
    ]);
  });

  it("judges the difference of two groups by Welch's t, of days and of windows", () => {
    const report = compared([...aGroup('beat', beat), ...aGroup('miss', miss)]);
    const difference = {
      ...{ group: 'beat', against: 'miss', difference: closeTo(0.0216 + 0.05 / 3), t: closeTo(2.6229878290493716) },
      ...{ degreesOfFreedom: closeTo(4.888884408665623), pValue: closeTo(0.04797145950133243) },
      ...{ holm: closeTo(0.04797145950133243), reason: null },
      ...{ lower: closeTo(0.0005067237795641152), upper: closeTo(0.07602660955376922) },
    };
    expect(report).toMatchObject({ variance: 'welch', confidence: 0.95 });
    expect(report.days[0]!.abnormal).toMatchObject({ differences: [difference], equalMeans: null });
    expect(report.windows).toMatchObject([{ from: 0, to: 1, abnormal: { differences: [difference] } }]);
  });

  it('or by one variance for both, where asked', () => {
    const report = compared([...aGroup('beat', beat), ...aGroup('miss', miss)], { variance: 'pooled' });
    expect(report.days[0]!.abnormal.differences).toMatchObject([
      {
        ...{ t: closeTo(2.520130732361654), degreesOfFreedom: 6, pValue: closeTo(0.045279098760132475) },
        ...{ lower: closeTo(0.001111784593253673), upper: closeTo(0.07542154874007967) },
      },
    ]);
  });

  it('compares standardised reactions too, in which a quiet firm counts as much as a loud one', () => {
    const events = [
      ...aGroup('beat', beat, [0.01, 0.02, 0.015, 0.01, 0.03]),
      ...aGroup('miss', miss, [0.02, 0.01, 0.025]),
    ];
    expect(compared(events).days[0]!.standardised).toMatchObject({
      means: [{ mean: closeTo(1.1567310260672818) }, { mean: closeTo(-0.5086518128019074) }],
      differences: [
        {
          ...{ t: closeTo(2.689765774448661), degreesOfFreedom: closeTo(5.673639128582245) },
          ...{ pValue: closeTo(0.03811606684258339) },
        },
      ],
    });
  });

  it("sets each of more groups against all the others, with Holm's p-values and Welch's test that all are equal", () => {
    const { abnormal } = compared([...aGroup('beat', beat), ...aGroup('miss', miss), ...aGroup('meet', meet)]).days[0]!;
    expect(abnormal.differences).toMatchObject([
      {
        ...{
          group: 'beat',
          against: null,
          t: closeTo(2.3247881180832217),
          degreesOfFreedom: closeTo(7.029404477249726),
        },
        ...{ pValue: closeTo(0.052868861256274), holm: closeTo(0.158606583768822) },
      },
      {
        ...{ group: 'meet', t: closeTo(-0.3408989521025817), degreesOfFreedom: closeTo(8.338739022354622) },
        ...{ pValue: closeTo(0.7416103373519434), holm: closeTo(0.7416103373519434) },
      },
      {
        ...{ group: 'miss', t: closeTo(-2.4253734789027446), degreesOfFreedom: closeTo(3.383434101751851) },
        ...{ pValue: closeTo(0.08400236856356548), holm: closeTo(0.16800473712713096) },
      },
    ]);
    expect(abnormal.equalMeans).toEqual({
      ...{ f: closeTo(2.9670181350942455), df1: 2, df2: closeTo(4.120363710616544) },
      ...{ pValue: closeTo(0.15916336045049645), leftOut: [], reason: null },
    });
  });

  it('tests with the classical F where one variance is asked for', () => {
    const groups = [...aGroup('beat', beat), ...aGroup('miss', miss), ...aGroup('meet', meet)];
    expect(compared(groups, { variance: 'pooled' }).days[0]!.abnormal.equalMeans).toMatchObject({
      ...{ f: closeTo(4.605567391344387), df1: 2, df2: 9, pValue: closeTo(0.041934817139052734) },
    });
  });

  it('says why where groups are too small or do not vary, and never answers NaN', () => {
    const { days } = compared([...aGroup('beat', beat), ...aGroup('late', [0.01]), ...aGroup('miss', miss)]);
    expect(days[0]!.abnormal.means[1]).toMatchObject({ group: 'late', n: 1, mean: 0.01, t: null, lower: null });
    expect(days[0]!.abnormal.differences[1]).toMatchObject({
      ...{ group: 'late', t: null, holm: null, reason: expect.stringMatching(/two events or more on each side/) },
    });
    expect(days[0]!.abnormal.equalMeans).toMatchObject({ leftOut: ['late'], reason: null });
    expect(days[1]!.abnormal.differences[0]!.reason).toMatch(/do not vary/);
    expect(days[1]!.abnormal.equalMeans!.reason).toMatch(/do not vary/);
    expect(JSON.stringify(days)).not.toMatch(/NaN/);
  });

  it('has no difference where all events are of one group', () => {
    const { days, groups } = compared(aGroup('beat', beat));
    expect(groups).toHaveLength(1);
    expect(days[0]!.abnormal).toMatchObject({ differences: [], equalMeans: null });
  });
});
