import type { RecordedEvent } from '@streakline/events';

/** A record of the topic with its place in the partition. */
export interface PlacedRecord {
  readonly offset: number;
  readonly position: number;
  /** Nothing after this position and before the record's own concerns the partition. */
  readonly prevPosition: number;
  /** Null: a watermark. */
  readonly event: RecordedEvent | null;
}

/** What takes a partition on from where it is. */
export type Step =
  /** Its records up to, not including, number `next` take it to `to`. */
  | { readonly kind: 'fold'; readonly events: readonly RecordedEvent[]; readonly to: number; readonly next: number }
  /** Its next record says that there are others between: after `after`, up to `upTo`, the store has to be asked. */
  | { readonly kind: 'read'; readonly after: number; readonly upTo: number }
  /** It is past all of its records. */
  | { readonly kind: 'done' };

/**
 * The next step of a partition that stands at `position`, given its records from number `first` on. Records may be
 * delivered again, come back from a rewound offset, or be missing: positions alone decide.
 */
export function nextStep(position: number, records: readonly PlacedRecord[], first: number, maxEvents: number): Step {
  const events: RecordedEvent[] = [];
  let at = position;
  let next = first;
  for (; next < records.length && events.length < maxEvents; next += 1) {
    const record = records[next]!;
    if (record.position <= at) continue;
    if (record.prevPosition > at) break;
    if (record.event) events.push(record.event);
    at = record.position;
  }
  if (at > position) return { kind: 'fold', events, to: at, next };
  const record = records[next];
  return record === undefined ? { kind: 'done' } : { kind: 'read', after: position, upTo: record.prevPosition };
}
