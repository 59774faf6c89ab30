import { setTimeout as wait } from 'node:timers/promises';
import { loadAmazonExample, requestsOf } from '../../../../../examples/amazon-2026/load';
import type { AnnouncementAnswer, BarAnswer } from '../answers';
import type { Api } from '../api';
import type { TypedIn } from '../type-in';
import type { DemoTopics } from './demo-topics';
import { inboundRecordOf } from './inbound-record';

const LOOK_EVERY_MS = 50;
const PATIENCE_MS = 120_000;

/**
 * Tells the example as a team would that has Kafka: master data over HTTP, bars and announcements by records on the
 * inbound topics. Nobody answers a record: what came of it is looked for where readers look.
 */
export async function deliverExample(api: Api, { eventLog, topics }: DemoTopics, stop: AbortSignal): Promise<TypedIn> {
  const parts = requestsOf(loadAmazonExample()).map((request) => ({
    request,
    inbound: inboundRecordOf(request, topics),
  }));
  // Instruments first: nothing can be said of one that is not listed.
  let requests = 0;
  for (const { request, inbound } of parts) {
    if (inbound !== undefined) continue;
    await api.post(request.path, request.body);
    requests++;
  }
  let records = 0;
  const producer = await eventLog.producer();
  try {
    for (const { inbound } of parts) {
      if (inbound === undefined) continue;
      await producer.send(inbound.topic, [inbound.record]);
      records++;
    }
  } finally {
    await producer.close();
  }
  const announcementIds = await untilReadable(api, stop);
  return { announcementIds, position: await headOf(api), requests, records };
}

/** Waits for all bars and announcements; returns the announcements' ids in the example's order. */
async function untilReadable(api: Api, stop: AbortSignal): Promise<readonly string[]> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const { missing, announcementIds } = await look(api);
    if (missing.length === 0) return announcementIds;
    if (Date.now() > until) {
      throw new Error(
        `${missing.join(' and ')} cannot be read ${PATIENCE_MS / 1000} s after they were sent: were they refused (a dead-letter topic), or does a process lag?`,
      );
    }
    await wait(LOOK_EVERY_MS, undefined, { signal: stop });
  }
}

async function look(api: Api): Promise<{ missing: readonly string[]; announcementIds: readonly string[] }> {
  const example = loadAmazonExample();
  const bars = Object.entries(example.bars).map(async ([ref, delivery]) => {
    const readable = await api.list<BarAnswer>(`/v1/instruments/${ref}/bars?limit=1000`);
    return readable.length >= delivery.bars.length ? [] : [`bars of ${ref}`];
  });
  const announced = await api.list<AnnouncementAnswer>('/v1/announcements');
  const ids = example.announcements.map(
    ({ externalId }) => announced.find((each) => each.externalId === externalId)?.id,
  );
  const announcementIds = ids.filter((id) => id !== undefined);
  const missing = (await Promise.all(bars)).flat();
  return {
    announcementIds,
    missing: announcementIds.length < ids.length ? [...missing, 'announcements'] : missing,
  };
}

/** The position of the newest event: reading from there on sees all. */
async function headOf(api: Api): Promise<number> {
  const projections = await api.list<{ readonly head: number }>('/v1/projections');
  return Math.max(0, ...projections.map(({ head }) => head));
}
