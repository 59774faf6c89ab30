import { backtestsMigrations, RunStore } from '@streakline/backtests';
import { type Database, openDatabase } from '@streakline/database';
import { exchange } from '@streakline/market-time';
import { createTestDatabase, type TestDatabase } from '@streakline/testing';
import { PAPER, PaperRunner, SETTINGS } from '../../test/made-up-runs';
import { runSweep, type SweepPlan, SweepStore, sweepsMigrations, walkForwardSplits } from '../index';

/** Up and down by a percent in turns, and a drift of `tilt`: the more of it, the higher the Sharpe ratio. */
const drifting = (params: { [name: string]: unknown }, _: string, i: number): number =>
  Number(params['tilt']) + (i % 2 === 0 ? 0.01 : -0.01) * Number(params['noise']);

const SESSIONS = exchange('XNYS')
  .sessions(SETTINGS.from, SETTINGS.to)
  .filter((session) => session < SETTINGS.to);

describe('a sweep', () => {
  let made: TestDatabase;
  let database: Database;
  let runs: RunStore;
  let sweeps: SweepStore;
  beforeEach(async () => {
    made = await createTestDatabase();
    database = await openDatabase({ url: made.url, migrations: [...backtestsMigrations, ...sweepsMigrations] });
    await database.migrate();
    runs = new RunStore(database.pool);
    sweeps = new SweepStore(database.pool);
  });
  afterEach(async () => {
    await database.close();
    await made.drop();
  });

  const plan = (tilts: readonly number[], noise = 1): SweepPlan => ({
    ...{ strategy: 'paper', codeHash: PAPER.codeHash, position: 7, factsHash: 'f', settings: SETTINGS },
    ...{ seed: 1, criterion: 'sharpe' },
    space: { grid: { tilt: tilts }, random: {} },
    points: tilts.map((tilt) => ({ tilt, noise })),
    walkForward: null,
  });
  const sweep = (of: SweepPlan, runner: PaperRunner) => runSweep(of, { code: PAPER, runner, runs, sweeps });

  it('tells every trial with its parameters and figures, and which is the best', async () => {
    const report = await sweep(plan([0, 0.002, 0.001]), new PaperRunner(runs, drifting));
    expect(report).toMatchObject({ best: 2, counts: { trials: 3, failed: 0, refused: 0 }, walkForward: null });
    expect(report.trials.map(({ point, params, state }) => [point, params, state])).toEqual([
      [1, { tilt: 0 }, 'done'],
      [2, { tilt: 0.002 }, 'done'],
      [3, { tilt: 0.001 }, 'done'],
    ]);
    // 252 sessions of 0.2% with a standard deviation of about 1%: 0.2 a session, 0.2 x sqrt(252) a year.
    expect(report.trials[1]!.metrics?.sharpe).toBeCloseTo(0.2 * Math.sqrt(252), 1);
  });

  it('runs nothing twice, and gives the same bytes again', async () => {
    const first = new PaperRunner(runs, drifting);
    const report = await sweep(plan([0, 0.001]), first);
    const again = new PaperRunner(runs, drifting);
    expect(JSON.stringify(await sweep(plan([0, 0.001]), again))).toBe(JSON.stringify(report));
    expect([first.ran.length, again.ran.length]).toEqual([2, 0]);
  });

  it('goes on where it was interrupted, from its plan as it is stored', async () => {
    const broken = new PaperRunner(runs, drifting);
    broken.breaksAfter = 2;
    let sweepId = '';
    const parts = { code: PAPER, runs, sweeps, onBegun: (id: string) => (sweepId = id) };
    const tilts = [0, 0.001, 0.002, 0.003];
    await expect(runSweep(plan(tilts), { ...parts, runner: broken })).rejects.toThrow('the lights went out');
    const whole = new PaperRunner(runs, drifting);
    const told: number[] = [];
    const report = await runSweep(await sweeps.planOf(sweepId), {
      ...{ ...parts, runner: whole },
      onProgress: ({ done }) => told.push(done),
    });
    expect(whole.ran).toHaveLength(2);
    expect(told).toEqual([2, 3, 4]);
    expect(report.counts).toEqual({ trials: 4, failed: 0, refused: 0 });
  });

  it('counts every stored trial of the strategy in what deflates it, those of other sweeps too', async () => {
    const alone = await sweep(plan([0, 0.001]), new PaperRunner(runs, drifting));
    await sweep(plan([0.0005, 0.0015, 0.0025, 0.0035]), new PaperRunner(runs, drifting));
    const later = await sweep(plan([0, 0.001]), new PaperRunner(runs, drifting));
    expect([alone.deflation.trials, later.deflation.trials]).toEqual([2, 6]);
    expect(later.deflation.threshold).toBeGreaterThan(alone.deflation.threshold);
    expect(later.trials[1]!.deflatedSharpe!).toBeLessThan(alone.trials[1]!.deflatedSharpe!);
  });

  it('keeps a strategy that threw as a failed trial, which counts', async () => {
    const { counts, trials, deflation } = await sweep(plan([0.001], 0), new PaperRunner(runs, drifting));
    expect(counts).toEqual({ trials: 1, failed: 1, refused: 0 });
    expect(trials[0]).toMatchObject({ state: 'failed', failure: 'no noise' });
    expect(deflation.trials).toBe(1);
  });

  it('refuses code other than that of its plan', async () => {
    const other = { ...PAPER, codeHash: 'd'.repeat(64) };
    const runner = new PaperRunner(runs, drifting);
    await expect(runSweep(plan([0]), { code: other, runner, runs, sweeps })).rejects.toMatchObject({
      code: 'otherCode',
    });
    await expect(sweeps.planOf('swp_none')).rejects.toMatchObject({ code: 'unknownSweep' });
  });

  it('chooses on the past alone: what was best in each training is tested on what follows', async () => {
    // The trend turns on the 1st of July: until then a tilt pays, from then on it costs.
    const turning = (params: { [name: string]: unknown }, session: string, i: number): number =>
      (session < '2021-07-01' ? 1 : -1) * Number(params['tilt']) + (i % 2 === 0 ? 0.01 : -0.01);
    const settings = { train: 60, test: 60, embargo: 2, purge: 3, anchored: false };
    const splits = walkForwardSplits(SESSIONS, SETTINGS.to, settings);
    const forward: SweepPlan = { ...plan([-0.002, 0.002]), walkForward: { ...settings, splits } };
    const runner = new PaperRunner(runs, turning);
    const report = await sweep(forward, runner);
    const rows = report.walkForward!.splits;
    // By the calendar: 57 sessions from the 4th of January end before March 26, and so on. The first two trainings saw the rise, the last one the fall.
    expect(rows.map(({ train, chosen }) => [train.to, chosen?.params['tilt']])).toEqual([
      ['2021-03-26', 0.002],
      ['2021-06-22', 0.002],
      ['2021-09-16', -0.002],
    ]);
    expect(rows.map(({ inTest }) => Math.sign(inTest!))).toEqual([1, -1, 1]);
    expect(runner.ran).toHaveLength(3 * 2 + 3);
    expect(report.walkForward!.outOfSample).toMatchObject({ from: rows[0]!.test.from });
    expect(report.best).toBeNull();
    expect(report.counts.trials).toBe(9);
  });

  it('judges a training without the sessions of positions that outlive it', async () => {
    // Point 1 earns all it does in its last 12 sessions, by a position that is then still open; point 2 a little, always.
    const returns = (params: { [name: string]: unknown }, session: string, i: number): number => {
      const swing = i % 2 === 0 ? 0.002 : -0.002;
      if (params['tilt'] === 0.0005) return 0.0005 + swing;
      return session >= '2021-03-15' && session < '2021-04-01' ? 0.02 + swing : swing - 0.0001;
    };
    const settings = { train: 60, test: 150, embargo: 2, anchored: false } as const;
    const forward = (purge: 'open' | 0): SweepPlan => {
      const splits = walkForwardSplits(SESSIONS, SETTINGS.to, { ...settings, purge });
      return { ...plan([0, 0.0005]), walkForward: { ...settings, purge, splits } };
    };
    const runner = new PaperRunner(runs, returns);
    runner.openFrom = ({ tilt }) => (tilt === 0 ? '2021-03-15' : null);
    const careless = await sweep(forward(0), runner);
    expect(careless.walkForward!.splits[0]!.chosen?.point).toBe(1);
    const purged = await sweep(forward('open'), runner);
    expect(purged.walkForward!.splits[0]!.chosen?.point).toBe(2);
    expect(purged.trials.filter(({ part }) => part === 'train').map((row) => row.purgedFrom)).toEqual([
      '2021-03-15',
      null,
    ]);
    expect(purged.walkForward!.warnings).toEqual([]);
  });

  it('does not judge a training of which less than half is left, and says so', async () => {
    const settings = { train: 60, test: 150, embargo: 2, purge: 'open', anchored: false } as const;
    const splits = walkForwardSplits(SESSIONS, SETTINGS.to, settings);
    const runner = new PaperRunner(runs, drifting);
    runner.openFrom = () => '2021-01-20';
    const report = await sweep({ ...plan([0.001]), walkForward: { ...settings, splits } }, runner);
    expect(report.walkForward).toMatchObject({ outOfSample: null, splits: [{ chosen: null }] });
    expect(report.walkForward!.warnings).toEqual([expect.stringMatching(/^1 of 1 trainings cannot be judged/)]);
  });
});
