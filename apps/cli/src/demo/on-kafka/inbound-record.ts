import { randomUUID } from 'node:crypto';
import type { OutgoingRecord, Topics } from '@streakline/event-log';
import type { ExampleRequest } from '../../../../../examples/amazon-2026/load';

/** A CloudEvent in binary mode that says what a request would. */
export interface InboundRecord {
  readonly topic: string;
  readonly record: OutgoingRecord;
}

const source = 'https://streakline.invalid/demo';

/** The record that takes the place of a request; undefined for what the inbound topics do not take. */
export function inboundRecordOf({ path, body }: ExampleRequest, topics: Topics): InboundRecord | undefined {
  if (path === '/v1/announcements') {
    return { topic: topics.inboundAnnouncements.name, record: cloudEvent('streakline.announce.v1', body, {}) };
  }
  const instrument = /^\/v1\/instruments\/([^/]+)\/bars$/.exec(path)?.[1];
  if (instrument === undefined) return undefined;
  const attributes = { ce_subject: instrument };
  return { topic: topics.inboundPrices.name, record: cloudEvent('streakline.record-bars.v1', body, attributes) };
}

function cloudEvent(type: string, data: unknown, more: Readonly<Record<string, string>>): OutgoingRecord {
  return {
    // Records of one key are taken in their order, and what is one case stays in order here.
    partition: 0,
    key: more['ce_subject'] ?? 'amazon-2026',
    value: JSON.stringify(data),
    headers: {
      ce_specversion: '1.0',
      ce_id: randomUUID(),
      ce_source: source,
      ce_type: type,
      'content-type': 'application/json',
      ...more,
    },
  };
}
