import { setTimeout as wait } from 'node:timers/promises';
import { describeWithOwnKafka, until } from '@streakline/testing';
import { seed } from '../random-source';
import { expectWhole } from './expect-whole';
import { kafkaRuns, SLOWLY } from './kafka-run';
import { LONG } from './long-faults';

/** Longer than the processes' sessions (2 s) and, where the broker does not answer, than a request's time (10 s). */
const STOPPED_MS = LONG ? 60_000 : 4_000;
const FROZEN_MS = LONG ? 60_000 : 12_000;

/** Invariant 4: SIGKILL at any step, then restart: nothing lost, nothing doubled. */
describeWithOwnKafka('the only broker', 1, (kafka) => {
  const aRun = kafkaRuns(kafka);

  it(`is stopped, killed and frozen for ${STOPPED_MS / 1000}, ${STOPPED_MS / 1000} and ${FROZEN_MS / 1000} s, and comes back (seed ${seed})`, async () => {
    const run = await aRun();
    const telling = run.tell({ seed });
    await Promise.all([run.start('relay'), run.start('projector'), run.start('projector')]);
    const [broker] = kafka().cluster.brokers;
    if (broker === undefined) throw new Error('a cluster of none');
    const caughtUp = async () => {
      await telling.more(20);
      const told = await run.made.store.head();
      await until('the projectors go on', async () => (await run.position()) >= told, {
        ...SLOWLY,
        patienceMs: 90_000,
      });
    };
    await caughtUp();
    for (const end of [() => broker.stop(), () => broker.kill()]) {
      await end();
      await Promise.all([wait(STOPPED_MS), telling.more(20)]);
      await broker.start();
      await caughtUp();
    }
    broker.freeze();
    await Promise.all([wait(FROZEN_MS), telling.more(20)]);
    broker.thaw();
    await caughtUp();
    await expectWhole(run, telling);
  }, 600_000);
});
