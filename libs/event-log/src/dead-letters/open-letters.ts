import type { LogRecord, TopicPartition } from '../event-log';
import type { LetterProblem } from './dead-letter';
import { letterHeaders, ownHeaders } from './letter-headers';

/** A refused record that nobody has dealt with yet; its value stays on the dead-letter topic until it is asked for. */
export interface DeadLetter {
  /** `<announcements|prices|events>-<partition>-<offset>`, of its place on the dead-letter topic. */
  readonly id: string;
  /** Its place on the dead-letter topic. */
  readonly place: TopicPartition & { readonly offset: number };
  /** Where it was refused; null where someone else wrote it to the dead-letter topic. */
  readonly origin: (TopicPartition & { readonly offset: number }) | null;
  readonly key: string | null;
  /** As the record came, those that are not text included: they look damaged here, and are whole on the topic. */
  readonly headers: LogRecord['headers'];
  /** Of its value, in bytes. */
  readonly size: number;
  readonly problem: LetterProblem;
  /** RFC 3339. */
  readonly refusedAt: string;
  /** How often it was refused, retries included. */
  readonly attempts: number;
  /** Parts of the record that did not fit on the dead-letter topic, with their sizes in bytes. */
  readonly leftOut: Readonly<Record<string, number>>;
}

/**
 * The letters of dead-letter topics that are not closed yet: a fold over the topics' records in their order. A record
 * that was refused twice at the same place (its offset was not committed in time, or was rewound) is one letter, and
 * stays closed.
 */
export class OpenLetters {
  /** By what was refused, in the order of the first refusals; undefined once closed. */
  private readonly letters = new Map<string, DeadLetter | undefined>();
  private readonly identities = new Map<string, string>();

  /** `shortName` begins the ids of the topic's letters. */
  add(shortName: string, { topic, partition }: TopicPartition, record: LogRecord): void {
    const closes = record.headers[letterHeaders.closes];
    if (closes !== undefined) {
      const identity = this.identities.get(closes);
      if (identity !== undefined) this.letters.set(identity, undefined);
      return;
    }
    const letter = letterOf(`${shortName}-${partition}-${record.offset}`, { topic, partition }, record);
    const identity = identityOf(letter, record);
    this.identities.set(letter.id, identity);
    if (!this.letters.has(identity)) this.letters.set(identity, letter);
  }

  open(): readonly DeadLetter[] {
    return [...this.letters.values()].filter((letter) => letter !== undefined);
  }
}

function identityOf({ id, origin }: DeadLetter, { headers }: LogRecord): string {
  if (origin === null) return id;
  const { topic, partition, offset } = origin;
  return `${topic}/${partition}/${offset}/${headers[letterHeaders.originTimestamp] ?? ''}`;
}

function letterOf(id: string, { topic, partition }: TopicPartition, record: LogRecord): DeadLetter {
  const { headers } = record;
  return {
    id,
    place: { topic, partition, offset: record.offset },
    origin: originOf(headers),
    key: record.key?.toString() ?? null,
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !ownHeaders.has(name))),
    size: record.value?.length ?? 0,
    problem: problemOf(headers[letterHeaders.problem]),
    refusedAt: headers[letterHeaders.refusedAt] ?? new Date(record.timestamp).toISOString(),
    attempts: wholeNumber(headers[letterHeaders.attempts]) ?? 1,
    leftOut: sizesOf(parsed(headers[letterHeaders.leftOut])),
  };
}

function originOf(headers: LogRecord['headers']): DeadLetter['origin'] {
  const topic = headers[letterHeaders.originTopic];
  const partition = wholeNumber(headers[letterHeaders.originPartition]);
  const offset = wholeNumber(headers[letterHeaders.originOffset]);
  return topic === undefined || partition === undefined || offset === undefined ? null : { topic, partition, offset };
}

const FOREIGN: LetterProblem = {
  code: 'noProblem',
  title: 'No problem is given',
  detail:
    'This record does not say why it lies here: it was not written by Streakline. Close it once it is dealt with.',
};

function problemOf(text: string | undefined): LetterProblem {
  const problem = parsed(text);
  if (problem === undefined) return FOREIGN;
  const { code, title, detail } = problem;
  return {
    ...problem,
    code: typeof code === 'string' ? code : FOREIGN.code,
    title: typeof title === 'string' ? title : '',
    detail: typeof detail === 'string' ? detail : '',
  };
}

function sizesOf(found: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(found).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );
}

/** The object of a JSON text; undefined where it is none, for anyone can write to a topic. */
function parsed(text: string | undefined): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    // not JSON: nothing of ours
    return undefined;
  }
}

function wholeNumber(text: string | undefined): number | undefined {
  const value = Number(text);
  return text !== undefined && /^\d+$/.test(text) && Number.isSafeInteger(value) ? value : undefined;
}
