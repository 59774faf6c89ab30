import { closeDeadLetter, type DeadLetter, type DeadLetterSource } from '@streakline/event-log';
import { type Entry, idOf } from '../entries/entry';
import type { Sources } from '../entries/sources';
import { failed, type Outcome } from './outcome';

/** Takes records off the list; they stay on their topics. Parked events are not given up, and say so. */
export async function closeEntries(entries: readonly Entry[], { kafka }: Sources): Promise<readonly Outcome[]> {
  const letters = entries.flatMap((entry) => (entry.kind === 'record' ? [entry.letter] : []));
  const parked = entries.filter(({ kind }) => kind === 'parked');
  const closed = kafka === null ? [] : await closeLetters(letters, kafka);
  return [...closed, ...parked.map((entry) => notClosed(idOf(entry)))];
}

async function closeLetters(
  letters: readonly DeadLetter[],
  { eventLog }: DeadLetterSource,
): Promise<readonly Outcome[]> {
  if (letters.length === 0) return [];
  const producer = await eventLog.producer();
  try {
    for (const letter of letters) await closeDeadLetter(producer, letter, 'closed');
  } finally {
    await producer.close();
  }
  return letters.map(({ id, place }) => ({
    id,
    outcome: 'closed',
    detail: `it stays on ${place.topic} at offset ${place.offset}`,
  }));
}

/** To give a parked event up would leave a read model that differs from a rebuild. */
function notClosed(id: string): Outcome {
  return failed(id, 'notClosable', 'parked events are not given up: mend their cause, then retry or rebuild');
}
