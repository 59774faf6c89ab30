import { deadLetter, type EventLogProducer, topicsOf } from '@streakline/event-log';
import { logFeed } from '@streakline/log-feed';
import { Projector } from '@streakline/projections';
import { dossiersProjection } from '@streakline/read-models';
import { run } from './open';

run(async ({ prefix, groupPrefix = prefix, maxBatch }, { database, store, eventLog, log }) => {
  const { events, deadEvents } = topicsOf(prefix);
  let producer: Promise<EventLogProducer> | undefined;
  const startFeed = logFeed({
    eventLog,
    topic: events.name,
    groupPrefix,
    log,
    onUnreadable: async (record, origin, detail) => {
      producer ??= eventLog.producer();
      const problem = { code: 'unreadableRecord', title: 'Unreadable record', detail };
      await (await producer).send(deadEvents.name, [deadLetter(record, origin, problem)]);
    },
  });
  const projector = new Projector({
    ...{ pool: database.pool, store, projection: dossiersProjection, startFeed },
    log: ({ level, message, ...fields }) => log[level](fields, message),
    ...(maxBatch !== undefined && { maxBatch }),
  });
  await projector.start();
});
