import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BarsRecorded, idOf } from '@streakline/events';
import { defaultMarket, writeMarket } from '@streakline/generated-market';
import { rebuild } from '@streakline/projections';
import { dossiersProjection, readModelsMigrations } from '@streakline/read-models';
import { createTestStore, type TestStore } from '@streakline/testing';
import { streakline, streaklineUntil, temporaryFolder } from './cli-process';

jest.setTimeout(180_000);

const folder = temporaryFolder();
const DATES = ['--from', '2024-06-03', '--to', '2025-12-01'];

const STRATEGY = `import { defineStrategy } from '@streakline/backtest';
export default defineStrategy({
  name: 'after-falls',
  params: { falls: 2, hold: 3 },
  onRun({ params, order }, { instrument, run }) {
    if (run.direction === 'falling' && run.length === params.falls) order(instrument, { toWeight: 0.2 });
  },
  onSession({ params, portfolio, close }) {
    for (const { instrument, sessionsHeld } of portfolio.positions) if (sessionsHeld >= params.hold) close(instrument);
  },
});
`;

interface Swept {
  readonly sweepId: string;
  readonly counts: { readonly trials: number };
  readonly deflation: { readonly trials: number };
}

describe('streakline backtest', () => {
  const file = join(folder, 'after-falls.ts');
  const broken = join(folder, 'broken.ts');
  let made: TestStore;
  let storage: readonly string[];
  beforeAll(async () => {
    writeFileSync(file, STRATEGY);
    writeFileSync(
      broken,
      STRATEGY.replace("'after-falls'", "'broken'").replace('if (run.', "throw new Error('no');\n if (run."),
    );
    made = await createTestStore({ migrations: readModelsMigrations });
    await writeMarket(made.store, { ...defaultMarket, instruments: 8, years: 2, announcements: 60 });
    await project();
    storage = ['--database-url', made.url];
  });
  afterAll(() => made.dispose());
  const project = () => rebuild({ pool: made.database.pool, store: made.store, projection: dossiersProjection });
  const check = (...args: readonly string[]) => streakline(['backtest', 'check', ...args, ...DATES, ...storage]);
  const sweepArgs = (...args: readonly string[]) => ['backtest', 'sweep', file, ...DATES, ...args, ...storage];

  describe('sweep', () => {
    it('tells what each point came to, and goes on where it was interrupted', async () => {
      const grid = `hold=${Array.from({ length: 40 }, (_, i) => i + 1).join()}`;
      const args = sweepArgs('--grid', grid, '--grid', 'falls=1,2,3');
      const interrupted = await streaklineUntil('sweep swp_', 'SIGINT', args, {});
      expect(interrupted.code).toBe(130);
      const [sweepId] = /swp_[0-9a-f]{32}/.exec(interrupted.stderr) ?? [];
      expect(interrupted.stderr).toContain(`--resume ${sweepId}`);
      const resumed = ['backtest', 'sweep', file, '--resume', String(sweepId), '--threads', '2', '--json', ...storage];
      const { code, stdout } = await streakline(resumed);
      const report = JSON.parse(stdout) as Swept;
      expect({ code, sweepId: report.sweepId }).toEqual({ code: 0, sweepId });
      expect([report.counts.trials, report.deflation.trials]).toEqual([120, 120]);
      // All of it is kept: told again, by one thread, in the same bytes.
      expect((await streakline(sweepArgs('--grid', grid, '--grid', 'falls=1,2,3', '--json'))).stdout).toBe(stdout);
    });

    it('chooses on the past alone', async () => {
      const split = ['--walk-forward', 'train=120,test=60,embargo=2,purge=5', '--grid', 'hold=3,5', '--json'];
      const { code, stdout } = await streakline(sweepArgs(...split));
      expect(code).toBe(0);
      const { walkForward } = JSON.parse(stdout) as { walkForward: { splits: readonly object[]; outOfSample: object } };
      expect(walkForward.splits.length).toBeGreaterThan(2);
      expect(walkForward.outOfSample).toMatchObject({ to: expect.stringMatching(/^2025-11/) });
    });

    it.each([
      [['--grid', 'holding=5'], /no parameter "holding"\. It has falls, hold/],
      [[], /Nothing to try/],
      [['--grid', 'hold=5', '--walk-forward', 'train=5000,test=10'], /sessions; a training of 5000/],
      [['--grid', 'hold=5', '--criterion', 'luck'], /'luck' is none of totalReturn/],
    ])('takes %j for a mistake in typing', async (args, message) => {
      const { code, stderr } = await streakline(sweepArgs(...args));
      expect(code).toBe(2);
      expect(stderr).toMatch(message);
    });
  });

  describe('check', () => {
    it('finds nothing in a strategy that uses what is known', async () => {
      const { code, stdout } = await check(file, '--cuts', '10', '--threads', '2', '--json');
      expect(code).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({
        ...{ state: 'clean', leaks: [], first: null },
        lint: { findings: [], lateness: { share: 1 } },
      });
    });

    it('says where a strategy threw', async () => {
      const { code, stdout } = await check(broken, '--cuts', '3');
      expect(code).toBe(1);
      expect(stdout).toMatch(/The strategy failed at .*, in onRun: no/);
    });

    it('finds a bar in the log that claims to have been known too early', async () => {
      const instrumentId = idOf('ins', ['XNAS', 'S0001', 0]);
      const data = { instrumentId, source: 'test', basisAsOf: null, sessions: ['2025-11-20'], close: [10] };
      const early = { ...data, knownAt: '2025-11-20T15:00:00Z' };
      const { name: type, version: typeVersion, keysOf } = BarsRecorded;
      await made.store.append({
        streams: [
          {
            streamId: 'early-bars',
            expectedVersion: 0,
            events: [{ type, typeVersion, data: early, keys: keysOf(early) }],
          },
        ],
      });
      await project();
      const { code, stdout } = await check(file, '--cuts', '2');
      expect(code).toBe(1);
      expect(stdout).toMatch(
        /error knownBeforeClose XNAS:S0001 2025-11-20, position \d+: said to be known at 2025-11-20T15/,
      );
    });
  });
});
