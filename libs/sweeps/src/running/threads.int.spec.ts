import { openThreads, type StrategyCode } from '@streakline/backtests';
import { aStrategy, type SmallMarket, smallMarket } from '../../test/small-market';
import { parseSpace, parseWalkForward, planSweep, runSweep, type SweepReport, threadsRunner } from '../index';

describe('a sweep in worker threads', () => {
  let strategy: Awaited<ReturnType<typeof aStrategy>>;
  const markets: SmallMarket[] = [];
  beforeAll(async () => {
    strategy = await aStrategy();
  });
  afterAll(() => strategy.remove());
  afterEach(async () => {
    for (const one of markets.splice(0)) await one.close();
  });

  async function sweep(atOnce: number, code: StrategyCode, walkForward: string | null): Promise<SweepReport> {
    const small = await smallMarket();
    markets.push(small);
    const { market, runs, sweeps } = small;
    const threads = openThreads({ market, threads: atOnce });
    try {
      const settings = await threads.settle({ code, settings: { from: '2024-06-01', to: '2025-12-01' } });
      const space = parseSpace(code.params, ['falls=2,3'], ['hold=2..8']);
      const splits = walkForward === null ? null : parseWalkForward(walkForward);
      const plan = planSweep({ ...{ code, settings, market, space }, budget: { trials: 2 }, walkForward: splits });
      return await runSweep(plan, {
        code,
        runs,
        sweeps,
        runner: threadsRunner(code, { threads, runs, sweeps }, atOnce),
      });
    } finally {
      await threads.close();
    }
  }

  it('gives the same bytes with one and with two of them', async () => {
    const [one, two] = [await sweep(1, strategy.code, null), await sweep(2, strategy.code, null)];
    expect(JSON.stringify(two)).toBe(JSON.stringify(one));
    expect(one.counts).toEqual({ trials: 4, failed: 0, refused: 0 });
    expect(one.trials.every(({ metrics }) => metrics?.sharpe !== null)).toBe(true);
    expect(one.deflation.trials).toBe(4);
  });

  it('tests what each training chose, on what follows it', async () => {
    const { walkForward, counts } = await sweep(2, strategy.code, 'train=120,test=60,embargo=2,purge=8');
    expect(walkForward!.splits.length).toBeGreaterThan(2);
    expect(counts).toMatchObject({ trials: walkForward!.splits.length * 5, refused: 0 });
    for (const { train, test } of walkForward!.splits) expect(train.to < test.from).toBe(true);
    // hold is at most 8: with the sessions to the fills nothing is held for longer than 9.
    expect(walkForward!.longestHolding).toBeLessThanOrEqual(9);
    expect(walkForward!.outOfSample?.from).toBe(walkForward!.splits[0]!.test.from);
  });
});
