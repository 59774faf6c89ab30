import { isRefusal } from '@streakline/event-store';
import { complete, eventResult } from '@streakline/event-study';
import { amazonMarket, earlierEarnings } from '../../test/amazon-market';
import { openMarket, type ToldMarket } from '../../test/told-market';
import type { StudyRequestInput } from '../request/study-request';
import { type ComputedStudy, studySteps } from './study-steps';

/*
 * Expected values: the case's figures, and ordinary least squares with forecast errors by statsmodels on the same total
 * returns.
 */
describe('a study of the Amazon case', () => {
  let market: ToldMarket;
  beforeAll(async () => {
    market = await openMarket();
    await market.tell(...amazonMarket(), ...earlierEarnings());
  });
  afterAll(() => market.close());

  async function study(input: StudyRequestInput): Promise<ComputedStudy> {
    const { request, gathered } = await market.gather(input);
    const computed = complete(studySteps(gathered, request));
    if (isRefusal(computed)) throw new Error(computed.detail);
    return computed;
  }
  const lastEarnings = { instruments: ['XNAS:AMZN'], kinds: ['earnings' as const], from: '2026-02-01' };

  it('gives its abnormal return and t on day 0', async () => {
    const { answer, panel } = await study({ selection: lastEarnings });
    const event = eventResult(panel, 0);
    expect(answer).toMatchObject({ selected: 1, used: 1 });
    expect(event).toMatchObject({ observations: 250 });
    expect(event.coefficients[1]).toBeCloseTo(1.32519396, 8);
    expect(event.residualSd).toBeCloseTo(0.014656361901313045, 14);
    expect(event.ar[10]).toBeCloseTo(-0.08038196286800016, 14);
    expect(event.sar[10]).toBeCloseTo(-5.448372860362968, 10);
    expect(answer.study.days[10]).toMatchObject({ day: 0, n: 1 });
    expect(answer.study.days[10]!.aar).toBeCloseTo(-0.08038196286800016, 14);
  });

  it('leaves it out of the windows that the tape does not fill, or another announcement lies in, and names them', async () => {
    const { answer, panel } = await study({ selection: lastEarnings });
    const windows = answer.study.windows.map(({ from, to, n }) => [from, to, n]);
    expect(windows).toEqual([
      [0, 0, 1],
      [0, 1, 1],
      [-1, 1, 1],
      [-5, 5, 1],
      [0, 20, 0],
    ]);
    expect(eventResult(panel, 0).windows[4]).toEqual({ from: 0, to: 20, car: null, scar: null, bhar: null });
    expect(answer.screens).toEqual([
      { screen: 'missingEventDays', excluded: 0, inPart: 1, warned: 0 },
      { screen: 'contaminatedWindow', excluded: 0, inPart: 1, warned: 0 },
    ]);
  });

  it('shows what leaving earlier earnings days out of the estimation does to the t', async () => {
    const { answer, panel, panelWithAllDays } = await study({
      selection: lastEarnings,
      omitFromEstimation: { kinds: ['earnings'] },
    });
    const without = eventResult(panel, 0);
    expect(without.observations).toBe(246);
    expect(without.ar[10]).toBeCloseTo(-0.07981156219605261, 14);
    expect(without.sar[10]).toBeCloseTo(-6.198254161239854, 10);
    expect(eventResult(panelWithAllDays!, 0).sar[10]).toBeCloseTo(-5.448372860362968, 10);
    expect(answer.omission).toMatchObject({ events: 1, days: 4 });
    const patell = answer.omission?.windows[0]?.tests.find(({ test }) => test === 'patell');
    // The t over the root of (M - 2) / (M - 4), with 246 and with 250 days.
    expect(patell?.statistic).toBeCloseTo(-6.172799211138946, 10);
    expect(patell?.statisticWithAllDays).toBeCloseTo(-5.4263591426193525, 10);
  });

  it('answers, with reasons and without a NaN, where everything was left out', async () => {
    const { answer, panel } = await study({
      ...{ selection: lastEarnings, omitFromEstimation: {}, minEstimationDays: 250 },
      ...{ groupBy: 'kind', regression: { window: { from: 0, to: 0 }, on: ['logMarketCap'] } },
    });
    expect(panel.n).toBe(0);
    expect(answer).toMatchObject({ selected: 1, used: 0, study: { n: 0, firms: 0 }, regression: { leftOut: 0 } });
    expect(answer.screens[0]).toEqual({ screen: 'shortEstimationWindow', excluded: 1, inPart: 0, warned: 0 });
    expect(answer.study.windows[0]).toMatchObject({ n: 0, caar: null });
    for (const { statistic, reason } of answer.study.windows[0]!.tests) {
      expect(statistic).toBeNull();
      expect(reason).toMatch(/\w/);
    }
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
  });

  it('studies volume without what only returns have', async () => {
    const { answer } = await study({ selection: lastEarnings, value: 'logVolume', benchmark: 'XNAS:AMZN' });
    const [window] = answer.study.windows;
    expect(window?.abhar).toBeNull();
    expect(answer.study.calendarTime).toBeNull();
    expect(window?.tests.map(({ test }) => test)).not.toContain('bharCrossSectional');
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
  });

  it('refuses what the engine cannot compute, in its words', async () => {
    const { gathered, request } = await market.gather({ selection: lastEarnings });
    const overlapping = { ...request, estimation: { from: -260, to: 0 } };
    expect(complete(studySteps(gathered, overlapping))).toMatchObject({
      ...{ refused: 'invalid', code: 'estimationOverlapsEvent' },
      detail: expect.stringContaining('[-260, 0]') as string,
    });
  });
});
