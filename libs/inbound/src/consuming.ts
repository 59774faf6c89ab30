import { ensureTopics, EventLogError, type EventLogConsumer } from '@streakline/event-log';
import type { InboundType } from './commands/inbound-type';
import { announcementTypes, priceTypes } from './commands/inbound-types';
import { handleBatches } from './handling/handle-batches';
import type { LetterBox } from './handling/letter-box';
import { Limit } from './handling/limit';
import { RecordHandler } from './handling/record-handler';
import type { Troubles } from './handling/troubles';
import type { InboundOptions } from './options';

/** Records in work at a time: as many as the store takes into one transaction at its best rate. */
const IN_WORK = 32;

/** Sees that the topics exist, joins the group and begins to read. */
export async function consumeInbound(
  options: InboundOptions,
  letters: LetterBox,
  troubles: Troubles,
  stopping: AbortSignal,
): Promise<EventLogConsumer> {
  await prepareTopics(options);
  const { eventLog, topics, group } = options;
  const typesOf = new Map<string, readonly InboundType[]>([
    [topics.inboundAnnouncements.name, announcementTypes],
    [topics.inboundPrices.name, priceTypes],
  ]);
  const handler = new RecordHandler(options, letters, troubles);
  return eventLog.consume({
    group,
    topics: [...typesOf.keys()],
    eachBatch: handleBatches({
      handle: (record, batch, patience) => handler.handle(record, batch, typesOf.get(batch.topic) ?? [], patience),
      limit: new Limit(IN_WORK),
      stopping,
    }),
  });
}

/** A client that may not look at topics' settings may still read and write them. */
async function prepareTopics({ eventLog, topics, log }: InboundOptions): Promise<void> {
  const admin = await eventLog.admin();
  try {
    const wanted = [topics.inboundAnnouncements, topics.inboundPrices, topics.deadAnnouncements, topics.deadPrices];
    for (const { name, outcome, differences } of await ensureTopics(admin, wanted)) {
      if (outcome === 'different') log.warn({ differences }, `topic ${name} is not set as wanted`);
    }
  } catch (err) {
    if (!(err instanceof EventLogError) || err.code !== 'notAuthorised') throw err;
    log.warn({ err }, 'the settings of the inbound topics cannot be looked at, and are taken to be right');
  } finally {
    await admin.close();
  }
}
