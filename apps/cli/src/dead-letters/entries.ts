import { type DeadLetter, readDeadLetters } from '@streakline/event-log';
import { listParked, type ParkedKey } from '@streakline/projections';
import type { OpenKafka } from '../kafka/open-kafka';
import type { Sources } from './sources';

/** What was put aside: a record on a dead-letter topic, or the events of a key that a projection could not fold. */
export type Entry =
  { readonly kind: 'record'; readonly letter: DeadLetter } | { readonly kind: 'parked'; readonly parked: ParkedKey };

/** An entry as lists show it. */
export interface EntrySummary {
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
  /** How often it was refused; parked events: how many wait. */
  readonly attempts: number | null;
  readonly events: number | null;
}

export interface EntryFilter {
  readonly topic?: string;
  readonly code?: string;
}

export async function entriesOf({ kafka, storage }: Sources): Promise<readonly Entry[]> {
  const letters = kafka === null ? [] : await lettersOf(kafka);
  const parked = storage === null ? [] : await listParked(storage.pool);
  return [
    ...letters.map((letter) => ({ kind: 'record', letter }) as const),
    ...parked.map((each) => ({ kind: 'parked', parked: each }) as const),
  ];
}

async function lettersOf(kafka: OpenKafka): Promise<readonly DeadLetter[]> {
  const { letters, missing } = await readDeadLetters(kafka);
  if (missing.length > 0)
    process.stderr.write(`streakline: no topic ${missing.join(', ')}: streakline topics create makes it\n`);
  return letters;
}

export function summaryOf(entry: Entry): EntrySummary {
  if (entry.kind === 'parked') {
    const { projection, key, at, reason, events } = entry.parked;
    const refusedAt = new Date(at).toISOString();
    const id = `parked-${key}`;
    return { id, topic: null, projection, key, refusedAt, code: 'notFolded', detail: reason, attempts: null, events };
  }
  const { id, origin, place, key, refusedAt, problem, attempts } = entry.letter;
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
