import {
  type DeadLetter,
  type DeadLetterSource,
  EventLogError,
  type LetterDesk,
  readLetterRecords,
  retryDeadLetter,
  whyNotRetried,
} from '@streakline/event-log';
import { type ParkedKey, retryParked } from '@streakline/projections';
import type { Entry } from '../entries/entry';
import type { ParkedSource, Sources } from '../entries/sources';
import { failed, type FailureCode, type Outcome } from './outcome';

/**
 * Sends records to where they were refused, with `value` instead of their own where it is given, and folds parked events
 * once more. What cannot be done to one is its outcome, and stops no other.
 */
export async function retryEntries(
  entries: readonly Entry[],
  { kafka, storage }: Sources,
  value?: Buffer,
): Promise<readonly Outcome[]> {
  const letters = entries.flatMap((entry) => (entry.kind === 'record' ? [entry.letter] : []));
  const sent = kafka === null ? [] : await retryLetters(letters, kafka, value);
  const folded: Outcome[] = [];
  for (const entry of entries)
    if (entry.kind === 'parked' && storage !== null) folded.push(await retryKey(entry.parked, storage));
  return [...sent, ...folded];
}

async function retryLetters(
  letters: readonly DeadLetter[],
  kafka: DeadLetterSource,
  value?: Buffer,
): Promise<readonly Outcome[]> {
  const reasons = letters.map((letter) => whyNotRetried(letter, kafka.topics, value !== undefined));
  const sendable = letters.filter((_, index) => reasons[index] === null);
  const sent = await sendAgain(sendable, kafka, value);
  return letters.map(({ id, origin }, index) => {
    const reason = reasons[index];
    if (typeof reason === 'string') return failed(id, 'notSendable', reason);
    const why = sent.get(id);
    if (why !== undefined) return failed(id, why.code, why.detail);
    return { id, outcome: 'sent', detail: `to ${origin?.topic ?? ''}; refused again, it is another letter` };
  });
}

interface Why {
  readonly code: FailureCode;
  readonly detail: string;
}

const GONE: Why = { code: 'gone', detail: 'it is no longer on its topic' };

/** Why letters were not sent; those that were are left out. */
async function sendAgain(
  letters: readonly DeadLetter[],
  kafka: DeadLetterSource,
  value?: Buffer,
): Promise<ReadonlyMap<string, Why>> {
  const reasons = new Map(letters.map(({ id }) => [id, GONE]));
  if (letters.length === 0) return reasons;
  const producer = await kafka.eventLog.producer();
  const desk: LetterDesk = { producer, admin: kafka.admin, topics: kafka.topics };
  try {
    await readLetterRecords(kafka, letters, async (letter, record) => {
      const why = await whyNotSent(() => retryDeadLetter(desk, letter, record, value));
      if (why === undefined) reasons.delete(letter.id);
      else reasons.set(letter.id, why);
    });
  } finally {
    await producer.close();
  }
  return reasons;
}

async function whyNotSent(send: () => Promise<void>): Promise<Why | undefined> {
  try {
    await send();
    return undefined;
  } catch (error) {
    if (!(error instanceof EventLogError)) throw error;
    return { code: error.canRetry ? 'logUnavailable' : 'notSendable', detail: error.message };
  }
}

async function retryKey({ key, projection: name }: ParkedKey, storage: ParkedSource): Promise<Outcome> {
  const id = `parked-${key}`;
  const projection = storage.projections.find((each) => each.name === name);
  if (projection === undefined)
    return failed(id, 'otherProgram', `this program has no projection ${name}: use the one that runs it`);
  const retried = await retryParked({ pool: storage.pool, store: storage.store, projection }, { key });
  switch (retried.outcome) {
    case 'folded':
      return { id, outcome: 'folded', detail: `${retried.events} event(s) of ${name}` };
    case 'parkedAgain':
      return failed(id, 'stillNotFolded', `position ${retried.position} still cannot be folded: ${retried.reason}`);
    case 'notParked':
      return { id, outcome: 'folded', detail: 'nothing of it is parked any more' };
    case 'superseded':
      return failed(id, 'otherProgram', `another program built the version of ${name} that serves: use that one`);
  }
}
