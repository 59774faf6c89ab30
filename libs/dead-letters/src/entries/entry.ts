import type { DeadLetter } from '@streakline/event-log';
import type { ParkedKey } from '@streakline/projections';

/** What was put aside: a record on a dead-letter topic, or the events of a key that a projection could not fold. */
export type Entry =
  { readonly kind: 'record'; readonly letter: DeadLetter } | { readonly kind: 'parked'; readonly parked: ParkedKey };

/** An entry as lists show it. */
export interface EntrySummary {
  /** `announcements-0-12`, `prices-0-3`, `events-0-0` or `parked-<key>`. */
  readonly id: string;
  /** Where it was refused; null for parked events. */
  readonly topic: string | null;
  /** Which projection could not fold it; null for records. */
  readonly projection: string | null;
  readonly key: string | null;
  /** RFC 3339. */
  readonly refusedAt: string;
  readonly code: string;
  readonly detail: string;
  /** How often it was refused; null for parked events. */
  readonly attempts: number | null;
  /** How many parked events wait; null for records. */
  readonly events: number | null;
}

export interface EntryFilter {
  /** A topic's name, or `announcements`, `prices`, `events`, `parked`. */
  readonly topic?: string | undefined;
  /** Of its problem. */
  readonly code?: string | undefined;
}

export function idOf(entry: Entry): string {
  return entry.kind === 'parked' ? `parked-${entry.parked.key}` : entry.letter.id;
}

export function summaryOf(entry: Entry): EntrySummary {
  const id = idOf(entry);
  if (entry.kind === 'parked') {
    const { projection, key, at, reason, events } = entry.parked;
    const refusedAt = new Date(at).toISOString();
    return { id, topic: null, projection, key, refusedAt, code: 'notFolded', detail: reason, attempts: null, events };
  }
  const { origin, place, key, refusedAt, problem, attempts } = entry.letter;
  const { code, detail } = problem;
  const topic = origin?.topic ?? place.topic;
  return { id, topic, projection: null, key, refusedAt, code, detail, attempts, events: null };
}

/** Whether an entry is of the topic, by its full or its short name, and has the code. */
export function matches({ topic, code }: EntryFilter): (entry: Entry) => boolean {
  return (entry) => {
    const summary = summaryOf(entry);
    const short = summary.id.slice(0, summary.id.indexOf('-'));
    return (
      (topic === undefined || topic === summary.topic || topic === short) &&
      (code === undefined || code === summary.code)
    );
  };
}
