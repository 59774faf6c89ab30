import { randomUUID } from 'node:crypto';
import { ensureTopics, readDeadLetters } from '@streakline/event-log';
import { describeWithKafka, until } from '@streakline/testing';
import { ListInstrument } from '@streakline/instruments';
import { seed } from '../random-source';
import { expectReadModelsWhole, expectTopicWithoutGaps } from './expect-whole';
import { type KafkaRun, kafkaRuns, SLOWLY } from './kafka-run';
import { commandsOn } from './processes/write-side';
import { sayStep, type Step } from './processes/step';

const STEPS: readonly Step[] = [
  { at: 'batch', when: 'before', nth: 1 },
  { at: 'append', when: 'before', nth: 2 },
  { at: 'append', when: 'after', nth: 3 },
  { at: 'send', when: 'before', nth: 1 },
  { at: 'send', when: 'after', nth: 1 },
  { at: 'batch', when: 'after', nth: 1 },
];
const COUNT = 24;
const SESSIONS = Array.from({ length: COUNT }, (_, day) =>
  new Date(Date.UTC(2026, 0, 5 + day + 2 * Math.floor(day / 5))).toISOString().slice(0, 10),
).filter((session) => session !== '2026-01-19');

/** Invariant 4: SIGKILL at any step, then restart: nothing lost, nothing doubled. */
describeWithKafka('an intake that is killed', (kafka) => {
  const aRun = kafkaRuns(kafka);

  /** CloudEvents in binary mode; of each kind some, and bars of a session that is none, which are refused. */
  const sendAll = async ({ topics }: KafkaRun) => {
    const producer = await kafka().log.producer();
    const said = (index: number, type: string, data: object, subject?: string) => ({
      partition: index % 6,
      key: `key-${index % 4}`,
      value: JSON.stringify(data),
      headers: {
        ce_specversion: '1.0',
        ce_id: `${type}-${index}`,
        ce_source: '/tests',
        ce_type: type,
        'content-type': 'application/json',
        ...(subject !== undefined && { ce_subject: subject }),
      },
    });
    await producer.send(
      topics.inboundAnnouncements.name,
      SESSIONS.map((announcedOn, index) =>
        said(index, 'streakline.announce.v1', {
          kind: 'deal',
          headline: `The ${index}. deal`,
          announcedOn,
          timing: 'preMarket',
          subjects: [{ instrument: 'XNAS:TEST', role: 'issuer' }],
        }),
      ),
    );
    await producer.send(
      topics.inboundPrices.name,
      [...SESSIONS, '2026-01-19', '2026-01-18', '2026-01-17'].map((session, index) => {
        const bars = { source: 'vendor', basis: 'raw', bars: [{ session, close: 100 + index }] };
        return said(index, 'streakline.record-bars.v1', bars, 'XNAS:TEST');
      }),
    );
    await producer.close();
  };

  it(`${STEPS.map(sayStep).join(', ')}, stores each command's outcome once (seed ${seed})`, async () => {
    const run = await aRun();
    const { store } = run.made;
    await ensureTopics(kafka().admin, Object.values(run.topics));
    const { execute, close } = await commandsOn(store);
    const listing = { symbol: 'TEST', mic: 'XNAS', name: 'Test', currency: 'USD' };
    await execute(
      new ListInstrument(listing, { now: Date.parse('2026-03-09T12:00:00Z'), correlationId: randomUUID() }),
    );
    await close();
    const before = await store.head();
    await Promise.all([run.start('relay'), run.start('projector'), sendAll(run)]);
    for (const step of STEPS) await run.dies('intake', step);
    await run.start('intake');

    const source = { eventLog: kafka().log, admin: kafka().admin, topics: run.topics, prefix: run.prefix };
    const letters = async () => (await readDeadLetters(source)).letters;
    const expected = before + 2 * SESSIONS.length;
    await until('all commands', async () => (await store.head()) >= expected && (await letters()).length >= 3, SLOWLY);
    const { rows } = await run.made.database.pool.query<{ type: string; count: number }>(
      'SELECT type, count(*)::int FROM event_store.events WHERE position > $1 GROUP BY type ORDER BY type',
      [before],
    );
    expect(rows).toEqual([
      { type: 'AnnouncementMade', count: SESSIONS.length },
      { type: 'BarsRecorded', count: SESSIONS.length },
    ]);
    expect((await letters()).length).toBe(3);
    await expectReadModelsWhole(run);
    await expectTopicWithoutGaps(run);
  }, 300_000);
});
