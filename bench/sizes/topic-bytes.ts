import { encodeEvent, placed } from '@streakline/event-log';
import type { RecordedEvent } from '@streakline/events';
import type { EventStore } from '@streakline/event-store';
import { partitionOf } from '@streakline/projections';

/** What the events of one kind take on the topic. */
export interface TopicBytes {
  readonly kind: string;
  readonly events: number;
  readonly records: number;
  readonly bytes: number;
}

/** Bytes of records as they lie on the topic: uncompressed, in every partition that owns one of an event's keys. */
export async function topicBytes(store: EventStore): Promise<readonly TopicBytes[]> {
  const kinds = new Map<string, TopicBytes>();
  for await (const events of store.readAll()) {
    for (const event of events) {
      const kind = kindOf(event);
      const records = new Set(event.keys.map(partitionOf)).size;
      const sum = kinds.get(kind) ?? { kind, events: 0, records: 0, bytes: 0 };
      kinds.set(kind, {
        ...{ kind, events: sum.events + 1, records: sum.records + records },
        bytes: sum.bytes + records * recordBytes(event),
      });
    }
  }
  return [...kinds.values()];
}

function kindOf({ type, data }: RecordedEvent): string {
  const sessions = (data as { sessions?: readonly unknown[] }).sessions?.length ?? 0;
  return sessions > 1 ? 'a delivery of 2,500 bars' : sessions === 1 ? 'an event of one bar' : type;
}

/** Beside each text lies its length; beside the record its attributes, offset and time: a byte or two each. */
function recordBytes(event: RecordedEvent): number {
  const place = { partition: 0, key: event.keys[0] ?? '', prevPosition: event.position };
  const { key, value, headers } = placed(encodeEvent(event), place);
  const texts = [key ?? '', value ?? '', ...Object.entries(headers).flat()];
  return texts.reduce((sum, text) => sum + Buffer.byteLength(String(text)) + 1.5, 8);
}
