import { describeWithOwnKafka, until } from '@streakline/testing';
import { RandomSource, seed } from '../random-source';
import { expectWhole } from './expect-whole';
import { kafkaRuns, SLOWLY } from './kafka-run';

/** Invariant 4: SIGKILL at any step, then restart: nothing lost, nothing doubled. */
describeWithOwnKafka('of three brokers', 3, (kafka) => {
  const aRun = kafkaRuns(kafka);

  it(`any is killed under load, and the others carry on (seed ${seed})`, async () => {
    const run = await aRun();
    const random = new RandomSource(seed);
    const telling = run.tell({ seed });
    await Promise.all([run.start('relay'), run.start('projector'), run.start('projector')]);
    for (let round = 0; round < 2; round += 1) {
      await telling.more(20);
      const killed = random.pick(kafka().cluster.brokers);
      await killed.kill();
      await telling.more(20);
      const told = await run.made.store.head();
      await until('two carry on', async () => (await run.position()) >= told, { ...SLOWLY, patienceMs: 90_000 });
      await killed.start();
    }
    await telling.more(20);
    await expectWhole(run, telling);
  }, 600_000);
});
