import { describeWithKafka, until } from '@streakline/testing';
import { seed } from '../random-source';
import { expectWhole } from './expect-whole';
import { type KafkaRun, kafkaRuns, SLOWLY } from './kafka-run';

/** Invariant 1: every committed event is seen exactly once, in position order, by every subscriber. */
describeWithKafka('between the store and the projector', (kafka) => {
  const aRun = kafkaRuns(kafka);

  const relaySessions = async ({ made }: KafkaRun) =>
    (
      await made.database.pool.query<{ pid: number }>(
        `SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted AND pid <> pg_backend_pid()
            AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      )
    ).rows.map(({ pid }) => pid);

  it(`two relays at once, of which the active one loses its database session again and again (seed ${seed})`, async () => {
    const run = await aRun();
    const telling = run.tell({ seed });
    const relays = await Promise.all([run.start('relay'), run.start('relay')]);
    await run.start('projector');
    for (let round = 0; round < 4; round += 1) {
      await telling.more(15);
      const [holder] = await relaySessions(run);
      await run.made.database.pool.query('SELECT pg_terminate_backend($1)', [holder]);
      await until('another session relays', async () => {
        const [now] = await relaySessions(run);
        return now !== undefined && now !== holder;
      });
    }
    await relays[0]?.kill();
    await telling.more(15);
    await expectWhole(run, telling);
  }, 300_000);

  it(`the topic deleted and made anew, twice, under load (seed ${seed})`, async () => {
    const run = await aRun();
    const telling = run.tell({ seed });
    await Promise.all([run.start('relay'), run.start('projector')]);
    const { name } = run.topics.events;
    for (let round = 0; round < 2; round += 1) {
      await telling.more(30);
      const told = await run.made.store.head();
      await until('what was told is projected', async () => (await run.position()) >= told, SLOWLY);
      await kafka().admin.deleteTopic(name);
      await telling.more(10);
      await until('the topic is back', async () => (await kafka().admin.describeTopic(name)) !== null, SLOWLY);
    }
    await telling.more(30);
    await expectWhole(run, telling);
  }, 300_000);
});
