import { randomUUID } from 'node:crypto';
import type { EventLog, EventLogAdmin, LogRecord } from '../event-log';
import { EventLogError } from '../event-log-error';
import type { Topics } from '../topics/topics';
import { type DeadLetter, OpenLetters } from './open-letters';
import { type ReadRange, readRanges } from './read-ranges';

/** Where dead letters lie. */
export interface DeadLetterSource {
  readonly eventLog: EventLog;
  readonly admin: EventLogAdmin;
  readonly topics: Topics;
  /** Stands before the name of the short-lived consumer group. */
  readonly prefix: string;
}

/** The letters that are open, and the dead-letter topics that do not exist. */
export interface FoundDeadLetters {
  readonly letters: readonly DeadLetter[];
  readonly missing: readonly string[];
}

/** What begins the ids of a dead-letter topic's letters. */
const SHORT_NAMES = { deadEvents: 'events', deadAnnouncements: 'announcements', deadPrices: 'prices' } as const;
const dead = Object.keys(SHORT_NAMES) as readonly (keyof typeof SHORT_NAMES)[];

/** Reads all dead-letter topics from their beginnings to their present ends. */
export function readDeadLetters(source: DeadLetterSource): Promise<FoundDeadLetters> {
  return new DeadLetterReader().read(source);
}

/**
 * Reads the dead-letter topics as often as it is asked, and each of their records once: for a process that is asked
 * again and again. Ask it once at a time. A topic that is gone, or shorter than it was, has all of them read anew.
 */
export class DeadLetterReader {
  private letters = new OpenLetters();
  /** The offset to go on from, by topic and partition. */
  private readonly next = new Map<string, number>();

  /** What is open at the present ends of the topics. Whatever it throws, the next call goes on where this one began. */
  async read(source: DeadLetterSource): Promise<FoundDeadLetters> {
    const topics = dead.map((each) => source.topics[each].name);
    const found = (await Promise.all(topics.map((name) => wholeTopic(source.admin, name)))).flat();
    const whole = found.filter(isRange);
    if (this.isOfAnother(whole)) this.forget();
    const unread = whole.map((range) => ({
      ...range,
      from: Math.max(range.from, this.next.get(placeOf(range, 0)) ?? 0),
    }));
    const { letters } = this;
    await reading(source, unread, (from, record) =>
      letters.add(SHORT_NAMES[dead[topics.indexOf(from.topic)]!], from, record),
    );
    for (const range of whole) this.next.set(placeOf(range, 0), range.end);
    return { letters: letters.open(), missing: found.filter((each) => typeof each === 'string') };
  }

  private isOfAnother(whole: readonly ReadRange[]): boolean {
    const ends = new Map(whole.map((range) => [placeOf(range, 0), range.end]));
    return [...this.next].some(([place, next]) => next > (ends.get(place) ?? 0));
  }

  private forget(): void {
    this.letters = new OpenLetters();
    this.next.clear();
  }
}

/** Reads the records of letters, values included, one after the other; letters that are gone are passed over. */
export async function readLetterRecords(
  source: DeadLetterSource,
  letters: readonly DeadLetter[],
  visit: (letter: DeadLetter, record: LogRecord) => Promise<void> | void,
): Promise<void> {
  const byPlace = new Map(letters.map((letter) => [placeOf(letter.place, letter.place.offset), letter]));
  const ranges = new Map<string, ReadRange>();
  for (const { place } of letters) {
    const { topic, partition, offset } = place;
    const known = ranges.get(placeOf(place, 0));
    const [from, end] = [Math.min(known?.from ?? offset, offset), Math.max(known?.end ?? 0, offset + 1)];
    ranges.set(placeOf(place, 0), { topic, partition, from, end });
  }
  await reading(source, [...ranges.values()], async (from, record) => {
    const letter = byPlace.get(placeOf(from, record.offset));
    if (letter !== undefined) await visit(letter, record);
  });
}

function placeOf({ topic, partition }: { topic: string; partition: number }, offset: number): string {
  return `${topic}/${partition}/${offset}`;
}

async function reading(
  { eventLog, admin, prefix }: DeadLetterSource,
  ranges: readonly ReadRange[],
  visit: Parameters<typeof readRanges>[3],
): Promise<void> {
  const group = `${prefix}streakline-dead-letters-${randomUUID()}`;
  try {
    await readRanges(eventLog, group, ranges, visit);
  } finally {
    // The brokers forget a group without members by themselves, some days later.
    if (ranges.some(({ from, end }) => from < end)) await admin.deleteGroup(group).catch(() => undefined);
  }
}

/** The ranges of a topic, or its name where there is no such topic. */
async function wholeTopic(admin: EventLogAdmin, name: string): Promise<readonly (ReadRange | string)[]> {
  try {
    const ranges = await admin.ranges(name);
    return ranges.map(({ partition, first, end }) => ({ topic: name, partition, from: first, end }));
  } catch (error) {
    if (error instanceof EventLogError && error.code === 'unknownTopic') return [name];
    throw error;
  }
}

function isRange(each: ReadRange | string): each is ReadRange {
  return typeof each !== 'string';
}
