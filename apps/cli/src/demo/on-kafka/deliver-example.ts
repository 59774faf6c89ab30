import { setTimeout as wait } from 'node:timers/promises';
import type { EventLog } from '@streakline/event-log';
import { type AmazonExample, loadAmazonExample, requestsOf } from '../../../../../examples/amazon-2026/load';
import type { AnnouncementAnswer, BarAnswer } from '../answers';
import type { Api } from '../api';
import type { TypedIn } from '../type-in';
import type { DemoTopics } from './demo-topics';
import { type InboundRecord, inboundRecordOf } from './inbound-record';

const LOOK_EVERY_MS = 50;
const PATIENCE_MS = 120_000;

/**
 * Tells the example as a team would that has Kafka: master data over HTTP, bars and announcements by records on the
 * inbound topics. Nobody answers a record: what came of it is looked for where readers look.
 */
export async function deliverExample(api: Api, { eventLog, topics }: DemoTopics, stop: AbortSignal): Promise<TypedIn> {
  const example = loadAmazonExample();
  const inbound: InboundRecord[] = [];
  let [requests, position] = [0, 0];
  for (const request of requestsOf(example)) {
    const record = inboundRecordOf(request, topics);
    if (record !== undefined) {
      inbound.push(record);
      continue;
    }
    const receipt = await api.post(request.path, request.body);
    position = Math.max(position, receipt.position);
    requests++;
  }
  await send(eventLog, inbound);
  await untilTrue('the instruments', stop, async () => (await positionsOf(api)).lowest >= position);
  await untilTrue('the bars', stop, () => areBarsThere(api, example));
  await untilTrue(
    'the announcements',
    stop,
    async () => (await idsOf(api, example)).length >= example.announcements.length,
  );
  const { head } = await positionsOf(api);
  await untilTrue('the whole of it', stop, async () => (await positionsOf(api)).lowest >= head);
  return { announcementIds: await idsOf(api, example), position: head, requests, records: inbound.length };
}

async function send(eventLog: EventLog, records: readonly InboundRecord[]): Promise<void> {
  const producer = await eventLog.producer();
  try {
    for (const { topic, record } of records) await producer.send(topic, [record]);
  } finally {
    await producer.close();
  }
}

async function areBarsThere(api: Api, { bars }: AmazonExample): Promise<boolean> {
  for (const [ref, delivery] of Object.entries(bars)) {
    const readable = await api.list<BarAnswer>(`/v1/instruments/${ref}/bars?limit=1000`);
    if (readable.length < delivery.bars.length) return false;
  }
  return true;
}

/** Ids of the announcements that can be read, in the example's order. */
async function idsOf(api: Api, { announcements }: AmazonExample): Promise<readonly string[]> {
  const announced = await api.list<AnnouncementAnswer>('/v1/announcements');
  return announcements.flatMap(({ externalId }) =>
    announced.filter((each) => each.externalId === externalId).map(({ id }) => id),
  );
}

/** How far the store is, and the read models. */
async function positionsOf(api: Api): Promise<{ readonly head: number; readonly lowest: number }> {
  const projections = await api.list<{ readonly head: number; readonly position: number }>('/v1/projections');
  return {
    head: Math.max(0, ...projections.map(({ head }) => head)),
    lowest: Math.min(...projections.map(({ position }) => position)),
  };
}

async function untilTrue(what: string, stop: AbortSignal, look: () => Promise<boolean>): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  while (!(await look())) {
    if (Date.now() > until) {
      throw new Error(
        `${what} cannot be read ${PATIENCE_MS / 1000} s after it was sent: was a record refused (a dead-letter topic), or does a process lag?`,
      );
    }
    await wait(LOOK_EVERY_MS, undefined, { signal: stop });
  }
}
