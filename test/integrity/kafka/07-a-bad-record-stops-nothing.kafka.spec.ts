import { ensureTopics, type OutgoingRecord, readDeadLetters } from '@streakline/event-log';
import { describeWithKafka, until } from '@streakline/testing';
import { seed } from '../random-source';
import { expectInsightsWhole } from './expect-insights';
import { expectReadModelsWhole, expectStoredOnce } from './expect-whole';
import { kafkaRuns } from './kafka-run';

const plain = (partition: number, headers: Readonly<Record<string, string>>, value: string | null): OutgoingRecord => ({
  ...{ partition, key: null, value, headers },
});
const event = { ce_specversion: '1.0', ce_id: 'bad', ce_source: 'streakline', ce_type: 'streakline.BarsRecorded.v1' };
const placed = { ce_position: '5', ce_prevposition: '4' };
const at = '2026-03-07T00:00:00.000Z';
const whole = { ...event, ce_subject: 'bad', ce_streamversion: '1', ce_time: at, ce_recordedat: at };
/** All that a record of ours has, and the place that the next one should have. */
const wellPlaced = (head: number) => ({
  ...{ ...whole, ce_keys: '[]', ce_correlationid: 'bad' },
  ...{ ce_position: String(head), ce_prevposition: String(head - 1) },
});

/** The topic takes records of 16 MiB; a fetch asks for 1 MiB of a partition. */
const OVERSIZED_MIB = 15;

/** None of them is a record of ours, each in another way; given the partition, and how far the store is. */
const BAD: Readonly<Record<string, (partition: number, head: number) => OutgoingRecord>> = {
  'no headers': (partition) => plain(partition, {}, 'hello'),
  'nothing at all': (partition) => plain(partition, {}, null),
  'another version of CloudEvents': (partition) =>
    plain(partition, { ...event, ...placed, ce_specversion: '9.9' }, '{}'),
  'no position': (partition) => plain(partition, event, '{}'),
  'a position that is no number': (partition) =>
    plain(partition, { ...event, ce_position: 'x', ce_prevposition: '1' }, '{}'),
  'an event without its attributes': (partition) => plain(partition, { ...event, ...placed }, '{"half": '),
  'an oversized one in its place': (partition, head) =>
    plain(partition, wellPlaced(head), 'x'.repeat(OVERSIZED_MIB * 1024 * 1024)),
  'one of an unknown type in its place': (partition, head) =>
    plain(partition, { ...wellPlaced(head), ce_type: 'com.example.BarsRecorded.v1' }, '{}'),
};

/** Invariant 7: a bad record stops nothing: it is parked with its reason, can be replayed from there, and is counted. */
describeWithKafka('on the topic of events', (kafka) => {
  const aRun = kafkaRuns(kafka);

  it(`malformed, unknown and oversized (${OVERSIZED_MIB} MiB) records are put aside, each once, and the rest goes on (seed ${seed})`, async () => {
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
      // From some on, the relay is down: what is planted is where the next one reads how far it came.
      if (index >= 3) await run.kill('relay');
      const head = await run.made.store.head();
      for (const partition of [index, 11]) {
        const offsets = await producer.send(run.topics.events.name, [make(partition, head)]);
        planted.push(`${partition}/${offsets.get(partition)}`);
      }
      if (index >= 3) await run.start('relay');
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
    await expectInsightsWhole(run, telling);
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
    await expectInsightsWhole(run, telling);
  }, 300_000);
});
