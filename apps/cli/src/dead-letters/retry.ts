import { readFileSync } from 'node:fs';
import {
  type DeadLetter,
  EventLogError,
  type LetterDesk,
  readLetterRecords,
  retryDeadLetter,
  whyNotRetried,
} from '@streakline/event-log';
import { type ParkedKey, retryParked } from '@streakline/projections';
import { messageOf, UsageError } from '../failures';
import type { OpenKafka } from '../kafka/open-kafka';
import type { OpenProjections } from '../projections/open-projections';
import { type Entry, entriesOf } from './entries';
import { checkChoice, chosen, type ChoiceOptions } from './find-entries';
import { type Outcome, showOutcomes } from './outcomes';
import { type SourceOptions, type Sources, tellUnseen, withOpenSources } from './sources';

export interface RetryOptions extends SourceOptions, ChoiceOptions {
  readonly value?: string;
  readonly json?: boolean;
}

export async function retryDeadLetters(ids: readonly string[], options: RetryOptions): Promise<void> {
  checkChoice(ids, options);
  if (options.value !== undefined && ids.length !== 1)
    throw new UsageError('--value is the value of one record: name its id, and no other');
  const value = options.value === undefined ? undefined : readValue(options.value);
  const outcomes = await withOpenSources(options, async (sources) => {
    if (options.all) tellUnseen(sources.unseen);
    const entries = chosen(await entriesOf(sources), ids, options, sources.unseen);
    if (value !== undefined && entries[0]?.kind === 'parked')
      throw new UsageError('parked events are in the store and cannot be given another value: correct them there');
    return [...(await retryRecords(entries, sources, value)), ...(await retryKeys(entries, sources))];
  });
  await showOutcomes(outcomes, options.json === true);
}

function readValue(file: string): Buffer {
  try {
    return readFileSync(file === '-' ? 0 : file);
  } catch (error) {
    throw new UsageError(`--value: ${messageOf(error)}`);
  }
}

async function retryRecords(
  entries: readonly Entry[],
  { kafka }: Sources,
  value?: Buffer,
): Promise<readonly Outcome[]> {
  const letters = entries.flatMap((entry) => (entry.kind === 'record' ? [entry.letter] : []));
  if (kafka === null || letters.length === 0) return [];
  const reasons = letters.map((letter) => whyNotRetried(letter, kafka.topics, value !== undefined));
  const sent = await sendAgain(
    letters.filter((_, index) => reasons[index] === null),
    kafka,
    value,
  );
  return letters.map(({ id, origin }, index) => {
    const reason = reasons[index] ?? sent.get(id) ?? null;
    if (reason !== null) return { id, outcome: 'failed', detail: reason };
    return { id, outcome: 'sent', detail: `to ${origin?.topic ?? ''}; refused again, it is another letter` };
  });
}

/** Returns, for each letter, null or why it was not sent. */
async function sendAgain(
  letters: readonly DeadLetter[],
  kafka: OpenKafka,
  value?: Buffer,
): Promise<ReadonlyMap<string, string | null>> {
  const reasons = new Map<string, string | null>(letters.map(({ id }) => [id, 'it is no longer on its topic']));
  if (letters.length === 0) return reasons;
  const producer = await kafka.eventLog.producer();
  const desk: LetterDesk = { producer, admin: kafka.admin, topics: kafka.topics };
  try {
    await readLetterRecords(kafka, letters, async (letter, record) => {
      reasons.set(letter.id, await whyNotSent(() => retryDeadLetter(desk, letter, record, value)));
    });
  } finally {
    await producer.close();
  }
  return reasons;
}

async function whyNotSent(send: () => Promise<void>): Promise<string | null> {
  try {
    await send();
    return null;
  } catch (error) {
    if (error instanceof EventLogError) return messageOf(error);
    throw error;
  }
}

async function retryKeys(entries: readonly Entry[], { storage }: Sources): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const entry of entries)
    if (entry.kind === 'parked' && storage !== null) outcomes.push(await retryKey(entry.parked, storage));
  return outcomes;
}

async function retryKey({ key, projection: name }: ParkedKey, storage: OpenProjections): Promise<Outcome> {
  const id = `parked-${key}`;
  const projection = storage.projections.find((each) => each.name === name);
  if (projection === undefined)
    return { id, outcome: 'failed', detail: `this program has no projection ${name}: use the one that runs it` };
  const retried = await retryParked({ pool: storage.pool, store: storage.store, projection }, { key });
  switch (retried.outcome) {
    case 'folded':
      return { id, outcome: 'folded', detail: `${retried.events} event(s) of ${name}` };
    case 'parkedAgain':
      return {
        id,
        outcome: 'failed',
        detail: `position ${retried.position} still cannot be folded: ${retried.reason}`,
      };
    case 'notParked':
      return { id, outcome: 'folded', detail: 'nothing of it is parked any more' };
    case 'superseded':
      return {
        id,
        outcome: 'failed',
        detail: `another program built the version of ${name} that serves: use that one`,
      };
  }
}
