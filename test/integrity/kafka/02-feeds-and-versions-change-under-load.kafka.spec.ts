import { Projector, rebuild, servingVersion } from '@streakline/projections';
import { dossiersProjection } from '@streakline/read-models';
import { describeWithKafka, until } from '@streakline/testing';
import { seed } from '../random-source';
import { expectWhole } from './expect-whole';
import { kafkaRuns, SLOWLY } from './kafka-run';

/** Invariant 2: live read models equal a rebuild from zero, row by row, on the embedded feed and through Kafka. */
describeWithKafka('while events come', (kafka) => {
  const aRun = kafkaRuns(kafka);

  it(`the embedded feed gives way to Kafka and back, and both run at once (seed ${seed})`, async () => {
    const run = await aRun();
    const { database, store } = run.made;
    const telling = run.tell({ seed });
    await run.start('relay');
    const parts = { pool: database.pool, store, projection: dossiersProjection };
    const embedded = new Projector({ ...parts, maxBatch: 7 });
    for (let round = 0; round < 2; round += 1) {
      await embedded.start();
      await telling.more(20);
      await embedded.stop();
      const overKafka = await run.start('projector');
      await telling.more(20);
      const told = await store.head();
      await until('Kafka brought it', async () => (await run.position()) >= told, SLOWLY);
      if (round === 0) await overKafka.kill();
    }
    // Two that know nothing of each other: the checkpoints let only one of them write a batch.
    await embedded.start();
    await telling.more(40);
    await embedded.stop();
    await expectWhole(run, telling);
  }, 300_000);

  it(`the projection is rebuilt twice, and its projectors go over to what then serves (seed ${seed})`, async () => {
    const run = await aRun();
    const { database, store } = run.made;
    const telling = run.tell({ seed });
    await Promise.all([run.start('relay'), run.start('projector'), run.start('projector')]);
    const parts = { pool: database.pool, store, projection: dossiersProjection };
    for (let round = 0; round < 2; round += 1) {
      const [{ version }] = await Promise.all([rebuild(parts), telling.more(40)]);
      expect((await servingVersion(database.pool, dossiersProjection.name))?.version).toBe(version);
      const told = await store.head();
      await until('the new version follows', async () => (await run.position()) >= told, SLOWLY);
    }
    await expectWhole(run, telling);
  }, 300_000);
});
