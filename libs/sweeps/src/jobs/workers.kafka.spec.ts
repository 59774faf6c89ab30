import { openThreads, type StrategyCode } from '@streakline/backtests';
import type { EventLogConsumer } from '@streakline/event-log';
import type { ReadSide } from '@streakline/projections';
import { describeWithKafka, type TestKafka, until } from '@streakline/testing';
import { aStrategy, type SmallMarket, smallMarket } from '../../test/small-market';
import { firstTrials } from '../plan/trial';
import {
  type JobTold,
  jobsTopicOf,
  kafkaRunner,
  MarketShelf,
  parseSpace,
  planSweep,
  runSweep,
  startWorker,
  type SweepPlan,
  threadsRunner,
} from '../index';

interface WorkerParts {
  readonly topic: string;
  readonly group: string;
  readonly strategies?: readonly StrategyCode[];
  readonly readSide?: ReadSide;
}

describeWithKafka('sweeps over workers', (kafka) => {
  let small: SmallMarket;
  let strategy: Awaited<ReturnType<typeof aStrategy>>;
  const closing: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    strategy = await aStrategy();
  });
  afterAll(() => strategy.remove());
  beforeEach(async () => {
    small = await smallMarket();
  });
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
    await small.close();
  });

  async function planned(grid: string): Promise<SweepPlan> {
    const { market } = small;
    const { code } = strategy;
    const threads = openThreads({ market });
    try {
      const settings = await threads.settle({ code, settings: { from: '2024-06-01', to: '2025-12-01' } });
      return planSweep({ code, settings, market, space: parseSpace(code.params, [grid], []) });
    } finally {
      await threads.close();
    }
  }

  async function worker(
    { log }: TestKafka,
    { topic, group, strategies = [strategy.code], readSide = small.readSide }: WorkerParts,
  ): Promise<{ told: JobTold[]; consumer: EventLogConsumer }> {
    const { runs, sweeps } = small;
    const shelf = new MarketShelf({ readSide, threads: 1 });
    const told: JobTold[] = [];
    const stop = new AbortController();
    const parts = { eventLog: log, topic: { ...jobsTopicOf(), name: topic }, group, runs, sweeps, shelf, strategies };
    const consumer = await startWorker({ ...parts, onJob: (job) => told.push(job) }, stop.signal);
    closing.push(async () => {
      stop.abort();
      await consumer.stop();
      await consumer.ended.catch(() => undefined);
      await shelf.close();
    });
    return { told, consumer };
  }

  const sent = (topic: string, plan: SweepPlan) => {
    const { runs, sweeps } = small;
    const runner = kafkaRunner({
      eventLog: kafka().log,
      topic: { ...jobsTopicOf(), name: topic },
      sweeps,
      lookEvery: 50,
    });
    return runSweep(plan, { code: strategy.code, runner, runs, sweeps });
  };

  it('give what threads give, each run made by one of them', async () => {
    const topic = await kafka().createTopic();
    const group = kafka().aGroup();
    const [first, second] = [await worker(kafka(), { topic, group }), await worker(kafka(), { topic, group })];
    const plan = await planned('hold=2,3,4,5,6,7');
    const report = await sent(topic, plan);
    expect(report.counts).toEqual({ trials: 6, failed: 0, refused: 0 });
    await until('six runs', () => first.told.length + second.told.length === 6);
    expect([...first.told, ...second.told].map(({ outcome }) => outcome)).toEqual(Array(6).fill('kept'));
    // Another database, no Kafka: the same plan, the same bytes.
    const other = await smallMarket();
    closing.push(() => other.close());
    const { market, runs, sweeps } = other;
    const threads = openThreads({ market, threads: 2 });
    closing.push(() => threads.close());
    const runner = threadsRunner(strategy.code, { threads, runs, sweeps }, 2);
    const local = await runSweep(plan, { code: strategy.code, runner, runs, sweeps });
    expect(JSON.stringify(local)).toBe(JSON.stringify(report));
  });

  it('pass over what had been run before, and what is no job', async () => {
    const topic = await kafka().createTopic(1);
    const group = kafka().aGroup();
    const producer = await kafka().log.producer();
    closing.push(() => producer.close());
    await producer.send(topic, [{ partition: 0, key: null, value: 'no job at all', headers: {} }]);
    const { told } = await worker(kafka(), { topic, group });
    const plan = await planned('hold=2,3');
    await sent(topic, plan);
    await until('three records', () => told.length === 3);
    expect(told.map(({ outcome }) => outcome)).toEqual(['unreadable', 'kept', 'kept']);
    // A worker of another group reads the topic from its beginning: at least once, and yet each run is made once.
    const again = await worker(kafka(), { topic, group: kafka().aGroup() });
    await until('three records again', () => again.told.length === 3);
    expect(again.told.map(({ outcome }) => outcome)).toEqual(['unreadable', 'keptBefore', 'keptBefore']);
  });

  it('refuse to run on another history at the same position', async () => {
    const topic = await kafka().createTopic(1);
    const elsewhere = await smallMarket({ seed: 2 });
    closing.push(() => elsewhere.close());
    const plan = await planned('hold=2');
    const { position } = elsewhere.market;
    await worker(kafka(), { topic, group: kafka().aGroup(), readSide: elsewhere.readSide });
    const report = await sent(topic, { ...plan, position: Math.min(plan.position, position) });
    expect(report.trials[0]).toMatchObject({
      state: 'refused',
      failure: expect.stringMatching(/The events up to position \d+ here are others than those/),
    });
  });

  it('refuse a position that their read models have not come to, and take the next job', async () => {
    const topic = await kafka().createTopic(1);
    await worker(kafka(), { topic, group: kafka().aGroup() });
    const plan = await planned('hold=2');
    const ahead = await sent(topic, { ...plan, position: plan.position + 1_000 });
    expect(ahead.trials[0]).toMatchObject({ state: 'refused', failure: expect.stringMatching(/read models are at/) });
    expect((await sent(topic, plan)).counts).toEqual({ trials: 1, failed: 0, refused: 0 });
  });

  it('try again what was ended for its time, and the sweep waits for that', async () => {
    const topic = await kafka().createTopic(1);
    const plan = await planned('hold=2');
    const [trial] = firstTrials(plan, strategy.code);
    const { market, runs } = small;
    const threads = openThreads({ market });
    closing.push(() => threads.close());
    const { params, settings } = trial!.manifest;
    const whole = await threads.run({ code: strategy.code, params, settings });
    const failure = {
      ...{ code: 'timeLimit', message: 'it did not return', at: 0, session: null, handler: 'onRun' },
      ...{ instrument: null, position: null },
    };
    await runs.keep({ manifest: trial!.manifest, result: { ...whole, state: 'failed', failure } });
    await worker(kafka(), { topic, group: kafka().aGroup() });
    expect((await sent(topic, plan)).counts).toEqual({ trials: 1, failed: 0, refused: 0 });
  });

  it('refuse a strategy that they have not, which the sweep that waits tells', async () => {
    const topic = await kafka().createTopic(1);
    await worker(kafka(), { topic, group: kafka().aGroup(), strategies: [] });
    const report = await sent(topic, await planned('hold=2'));
    expect(report.counts).toEqual({ trials: 1, failed: 0, refused: 1 });
    expect(report.trials[0]).toMatchObject({
      state: 'refused',
      failure: expect.stringMatching(/A worker has no after-falls with code .* in its folder of strategies/),
    });
  });
});
