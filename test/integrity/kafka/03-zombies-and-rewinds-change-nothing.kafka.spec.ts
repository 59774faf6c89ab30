import { logFeed } from '@streakline/log-feed';
import { Projector } from '@streakline/projections';
import { dossiersProjection } from '@streakline/read-models';
import { describeWithKafka, until } from '@streakline/testing';
import { setTimeout as wait } from 'node:timers/promises';
import { createLog } from '@streakline/observability';
import { RandomSource, seed } from '../random-source';
import { expectWhole } from './expect-whole';
import { type KafkaRun, kafkaRuns, SLOWLY } from './kafka-run';

const YES_OR_NO = [() => true, () => false] as const;

/** Invariant 3: duplicates, reordering across keys, redelivery and rewound offsets change nothing. */
describeWithKafka('over Kafka', (kafka) => {
  const aRun = kafkaRuns(kafka);
  const group = ({ prefix }: KafkaRun) => `${prefix}streakline-${dossiersProjection.name}-v1`;

  it(`a projector that was frozen past its session writes nothing late (seed ${seed})`, async () => {
    const run = await aRun();
    const telling = run.tell({ seed });
    await run.start('relay');
    const frozen = await run.freezes('projector', { at: 'begin', when: 'before', nth: 3 });
    await run.start('projector');
    await telling.more(20);
    const told = await run.made.store.head();
    await until('the other one took over', async () => (await run.position()) >= told, SLOWLY);
    process.kill(frozen.pid, 'SIGCONT');
    await until('its late write', () => /after the freeze, checkpoint: /.test(frozen.said()), SLOWLY);
    // The compare-and-set found none, or not all, of the partitions where this one had left them.
    const [, moved] = /after the freeze, checkpoint: (.+)/.exec(frozen.said()) ?? [];
    expect(JSON.parse(moved ?? '')).toMatchObject([{ partitions: null }]);
    await telling.more(20);
    await expectWhole(run, telling);
  }, 300_000);

  it(`a projector that was frozen in the middle of a transaction holds up nobody for long, and cannot commit (seed ${seed})`, async () => {
    const run = await aRun();
    const telling = run.tell({ seed });
    await run.start('relay');
    const frozen = await run.freezes('projector', { at: 'commit', when: 'before', nth: 3 });
    await run.start('projector');
    await telling.more(20);
    const told = await run.made.store.head();
    // PostgreSQL ends a session that idles in a transaction, and its locks with it.
    await until('the other one took over', async () => (await run.position()) >= told, SLOWLY);
    process.kill(frozen.pid, 'SIGCONT');
    await until('its late commit', () => /after the freeze, COMMIT: /.test(frozen.said()), SLOWLY);
    expect(frozen.said()).toMatch(
      /after the freeze, COMMIT: error: terminating connection due to idle-in-transaction|after the freeze, COMMIT: Error: Connection terminated/,
    );
    await telling.more(20);
    await expectWhole(run, telling);
  }, 300_000);

  it(`partitions that are given out anew every two seconds (seed ${seed})`, async () => {
    const run = await aRun();
    const telling = run.tell({ seed });
    await Promise.all([run.start('relay'), run.start('projector')]);
    const { pool } = run.made.database;
    const log = createLog('fatal');
    const startFeed = logFeed({
      ...{ eventLog: kafka().log, topic: run.topics.events.name, groupPrefix: run.prefix, log },
      onUnreadable: (_record, _origin, reason) => Promise.reject(new Error(reason)),
    });
    const guest = new Projector({ pool, store: run.made.store, projection: dossiersProjection, startFeed });
    for (let round = 0; round < 3; round += 1) {
      await guest.start();
      await Promise.all([wait(2_000), telling.more(15)]);
      await guest.stop();
      await Promise.all([wait(2_000), telling.more(15)]);
    }
    await expectWhole(run, telling);
  }, 300_000);

  it(`offsets, hints and checkpoints that are set back, to zero or anywhere (seed ${seed})`, async () => {
    const run = await aRun();
    const random = new RandomSource(seed);
    const telling = run.tell({ seed });
    await run.start('relay');
    const { pool } = run.made.database;
    const set = (what: string) =>
      pool.query(`UPDATE projections.checkpoints SET ${what} WHERE projection = $1`, [dossiersProjection.name]);
    const setBack = [
      // Kafka deletes no group that has members, and forgets a killed one when its session is over.
      () =>
        until(
          'the group is gone',
          () =>
            kafka()
              .admin.deleteGroup(group(run))
              .then(...YES_OR_NO),
          SLOWLY,
        ),
      () => set('offset_hint = 0'),
      () => set('offset_hint = 0, position = 0'),
      () => set(`offset_hint = NULL, position = floor(position * ${random.next()}::float8)`),
    ];
    for (const rewind of setBack) {
      const projector = await run.start('projector');
      await telling.more(20);
      await run.settle();
      await projector.kill();
      await rewind();
    }
    await run.start('projector');
    await telling.more(20);
    await expectWhole(run, telling);
  }, 300_000);
});
