import { join } from 'node:path';
import { openThreads } from '@streakline/backtests';
import { describeWithKafka, spawnTypeScript, type TypeScriptProcess } from '@streakline/testing';
import { aStrategy, type SmallMarket, smallMarket } from '../../test/small-market';
import { jobsTopicOf, kafkaRunner, parseSpace, planSweep, runSweep, threadsRunner } from '../index';

jest.setTimeout(240_000);

describeWithKafka('a worker that is killed in a job', (kafka) => {
  let small: SmallMarket;
  let strategy: Awaited<ReturnType<typeof aStrategy>>;
  const workers: TypeScriptProcess[] = [];
  beforeAll(async () => {
    // Long enough that the next job is in hand when the killing comes.
    strategy = await aStrategy({ work: 100_000_000 });
    small = await smallMarket();
  });
  afterAll(async () => {
    for (const worker of workers) await worker.kill();
    await small.close();
    await strategy.remove();
  });

  it('leaves it to another one, and every run is made and kept once', async () => {
    const { market, runs, sweeps, url } = small;
    const { code, file } = strategy;
    const threads = openThreads({ market });
    const settings = await threads.settle({ code, settings: { from: '2024-06-01', to: '2025-12-01' } });
    const plan = planSweep({ code, settings, market, space: parseSpace(code.params, ['hold=2,3,4,5,6,7'], []) });
    const topic = await kafka().createTopic(1);
    const group = kafka().aGroup();
    const brokers = kafka().connection.brokers.join(',');
    const worker = () => {
      const started = spawnTypeScript(join(__dirname, '../../test/worker-process.ts'), [
        url,
        brokers,
        topic,
        group,
        file,
      ]);
      workers.push(started);
      return started;
    };
    const runner = kafkaRunner({
      ...{ eventLog: kafka().log, topic: { ...jobsTopicOf(), name: topic }, sweeps, lookEvery: 50 },
    });
    const swept = runSweep(plan, { code, runner, runs, sweeps });
    const first = worker();
    expect(await first.nextLine()).toMatch(/^kept run_/);
    await first.kill();
    expect((await runs.trialsOf(code.name)).length).toBeLessThan(6);
    worker();
    const report = await swept;
    expect(report.counts).toEqual({ trials: 6, failed: 0, refused: 0 });
    expect(await runs.trialsOf(code.name)).toHaveLength(6);
    // Made again in threads, by nobody who was killed: the same bytes.
    const again = await smallMarket();
    const local = threadsRunner(code, { threads, runs: again.runs, sweeps: again.sweeps }, 1);
    const alone = await runSweep(plan, { code, runner: local, runs: again.runs, sweeps: again.sweeps });
    expect(JSON.stringify(alone)).toBe(JSON.stringify(report));
    await again.close();
    await threads.close();
  });
});
