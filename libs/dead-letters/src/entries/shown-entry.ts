import { type DeadLetter, type DeadLetterSource, type LogRecord, readLetterRecords } from '@streakline/event-log';
import type { RecordedEvent } from '@streakline/events';
import type { ParkedKey } from '@streakline/projections';
import type { ParkedSource } from './sources';

/** A letter with the value that lies on its topic; undefined where it is no longer there. */
export async function valueOfLetter(
  source: DeadLetterSource,
  letter: DeadLetter,
): Promise<{ readonly value: Buffer | null } | undefined> {
  let record: LogRecord | undefined;
  await readLetterRecords(source, [letter], (_, read) => void (record = read));
  return record && { value: record.value };
}

/** The first event of a parked key: the one that could not be folded; undefined where the store has none there. */
export async function parkedEventOf(
  { store }: ParkedSource,
  { key, position }: ParkedKey,
): Promise<RecordedEvent | undefined> {
  const [event] = await store.readByKey(key, { after: position - 1, upTo: position });
  return event;
}

/** The bytes as text, null where they are none. */
export function textOf(value: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(value);
  } catch {
    // bytes of another kind
    return null;
  }
}
