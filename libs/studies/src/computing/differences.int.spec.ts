import { isRefusal } from '@streakline/event-store';
import { complete } from '@streakline/event-study';
import { exchange } from '@streakline/market-time';
import { announced, bars, listed, openMarket, type ToldMarket } from '../../test/told-market';
import type { StudyRequestInput } from '../request/study-request';
import type { StudyAnswer } from './study-answer';
import { studySteps } from './study-steps';

const sessions = exchange('XNAS').sessions('2024-01-02', '2025-12-31').slice(0, 320);
const DAY_ZERO = 280;

/** The market swings; a stock follows it, give or take a quarter of a percent, and jumps on its day 0. */
function closesOf(number: number, dayZero: number, jump: number): readonly number[] {
  let price = 50 + number;
  return sessions.map((_, i) => {
    const swing = [0.01, -0.008, 0.004, -0.012, 0.006, 0.002, -0.001][(i * i + i) % 7]!;
    const own = number === 0 ? 0 : (((3 * i * i + i * number) % 11) - 5) / 2_000;
    return (price *= 1 + swing + own + (i === dayZero ? jump : 0));
  });
}

/** Ten earnings on ten days: half of them above what was expected by 10%, half below by 10%; each percent moves 0.3%. */
const STOCKS = Array.from({ length: 10 }, (_, i) => ({
  ...{ number: i + 1, symbol: `S${i + 1}`, dayZero: DAY_ZERO + i, surprise: i % 2 === 0 ? 0.1 : -0.1 },
}));

describe('differences between announcements', () => {
  let market: ToldMarket;
  beforeAll(async () => {
    market = await openMarket();
    await market.tell(
      ...[...listed('INDEX'), bars('INDEX', { sessions, close: closesOf(0, -1, 0) })],
      ...STOCKS.flatMap(({ number, symbol, dayZero, surprise }) => {
        const eps = { metric: 'eps', unit: 'USD/share', actual: 2 * (1 + surprise), expected: { value: 2 } };
        return [
          ...listed(symbol, 'INDEX'),
          bars(symbol, { sessions, close: closesOf(number, dayZero, 0.3 * surprise) }),
          announced(symbol, symbol, sessions[dayZero]!, { measures: [eps] }),
        ];
      }),
    );
  });
  afterAll(() => market.close());

  async function answer(input: Omit<StudyRequestInput, 'selection'>): Promise<StudyAnswer> {
    const { request, gathered } = await market.gather({ selection: {}, windows: [{ from: 0, to: 0 }], ...input });
    const computed = complete(studySteps(gathered, request));
    if (isRefusal(computed)) throw new Error(computed.detail);
    return computed.answer;
  }

  it('are seen between groups, with the test of their difference', async () => {
    const { groups } = await answer({ groupBy: { surprise: 'eps' } });
    expect(groups).toMatchObject({
      groups: [
        { name: 'above', events: 5 },
        { name: 'below', events: 5 },
      ],
      ungrouped: 0,
    });
    const { means, differences } = groups!.windows[0]!.abnormal;
    expect(means.map(({ mean }) => mean)).toEqual([expect.closeTo(0.03, 2), expect.closeTo(-0.03, 2)]);
    expect(differences[0]?.difference).toBeCloseTo(0.06, 2);
    expect(differences[0]?.pValue).toBeLessThan(1e-6);
  });

  it('are explained by how far the figures were from what was expected', async () => {
    const { regression } = await answer({ regression: { window: { from: 0, to: 0 }, on: [{ surprise: 'eps' }] } });
    expect(regression).toMatchObject({ from: 0, to: 0, leftOut: 0, lacking: {} });
    if (regression?.regression.outcome !== 'fit') throw new Error('No fit.');
    const [, slope] = regression.regression.coefficients;
    expect(slope).toMatchObject({ name: 'surprise(eps)', estimate: expect.closeTo(0.3, 1) as number });
    expect(slope?.pValue).toBeLessThan(1e-4);
    expect(regression.regression.clusters).toEqual([
      { name: 'instrument', count: 10 },
      { name: 'day0', count: 10 },
    ]);
  });

  it('have no explanation, and the reason, where no event has the trait', async () => {
    const { regression } = await answer({ regression: { window: { from: 0, to: 0 }, on: [{ measure: 'revenue' }] } });
    expect(regression).toEqual({
      ...{ from: 0, to: 0, leftOut: 10, lacking: { 'measure(revenue)': 10 }, ambiguous: {} },
      regression: {
        ...{ outcome: 'none', code: 'tooFewObservations' },
        reason: 'No event has a CAR in the window and all traits asked for.',
      },
    });
  });
});
