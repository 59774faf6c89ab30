import { ensureTopics, type OutgoingRecord, readDeadLetters } from '@streakline/event-log';
import { describeWithKafka, until } from '@streakline/testing';
import { seed } from '../processes/random';
import { expectReadModelsWhole, expectStoredOnce } from './expect-whole';
import { kafkaRuns } from './kafka-run';

const plain = (partition: number, headers: Readonly<Record<string, string>>, value: string | null): OutgoingRecord => ({
  ...{ partition, key: null, value, headers },
});
const event = { ce_specversion: '1.0', ce_id: 'bad', ce_source: 'streakline', ce_type: 'streakline.BarsRecorded.v1' };
const placed = { ce_position: '5', ce_prevposition: '4' };

/** None of them is a record of ours, each in another way. */
const BAD: Readonly<Record<string, (partition: number) => OutgoingRecord>> = {
  'no headers': (partition) => plain(partition, {}, 'hello'),
  'nothing at all': (partition) => plain(partition, {}, null),
  'another version of CloudEvents': (partition) =>
    plain(partition, { ...event, ...placed, ce_specversion: '9.9' }, '{}'),
  'no position': (partition) => plain(partition, event, '{}'),
  'a position that is no number': (partition) =>
    plain(partition, { ...event, ce_position: 'x', ce_prevposition: '1' }, '{}'),
  'an event without its attributes': (partition) => plain(partition, { ...event, ...placed }, '{"half": '),
  'an oversized one': (partition) => plain(partition, event, 'x'.repeat(3_000_000)),
};

/** Invariant 7: a bad record stops nothing: it is parked with its reason, can be replayed from there, and is counted. */
describeWithKafka('on the topic of events', (kafka) => {
  const aRun = kafkaRuns(kafka);

  it(`malformed, unknown and oversized records are put aside, each once, and the rest goes on (seed ${seed})`, async () => {
    const run = await aRun();
    const telling = run.tell({ seed });
    await ensureTopics(kafka().admin, Object.values(run.topics));
    await Promise.all([run.start('relay'), run.start('projector')]);
    // A projector that comes new to a partition begins near its end: what lies before, the store has.
    await telling.more(20);
    await run.settle();
    const producer = await kafka().log.producer();
    const planted: string[] = [];
    for (const [index, make] of Object.values(BAD).entries()) {
      await telling.more(10);
      // At the end of one partition, and where a relay that starts anew reads how far it came.
      for (const partition of [index, 11]) {
        const offsets = await producer.send(run.topics.events.name, [make(partition)]);
        planted.push(`${partition}/${offsets.get(partition)}`);
      }
      if (index === 3) await run.restart('relay');
    }
    await producer.close();
    await telling.more(10);
    const source = { eventLog: kafka().log, admin: kafka().admin, topics: run.topics, prefix: run.prefix };
    const lettersFrom = async () =>
      (await readDeadLetters(source)).letters.map(({ origin }) => `${origin?.partition}/${origin?.offset}`);
    const arrived = async () => (await lettersFrom()).length >= planted.length;
    // Told of in the end, or the comparison says which were not.
    await until('a letter for each', arrived, { patienceMs: 120_000, pauseMs: 2_000 }).catch(() => undefined);
    expect((await lettersFrom()).sort()).toEqual(planted.sort());
    await telling.end();
    await expectStoredOnce(run, telling);
    await expectReadModelsWhole(run);
  }, 300_000);

  it(`an event that no fold can digest is parked, with all that follow under its key, as by the embedded feed (seed ${seed})`, async () => {
    const run = await aRun();
    const telling = run.tell({ seed });
    await Promise.all([run.start('relay'), run.start('projector')]);
    await telling.more(20);
    await telling.poison();
    await telling.more(40);
    run.plantedPoison = true;
    await telling.end();
    await expectStoredOnce(run, telling);
    await expectReadModelsWhole(run);
  }, 300_000);
});
