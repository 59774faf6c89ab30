import { randomUUID } from 'node:crypto';
import type { EventLog, EventLogAdmin, LogRecord, TopicSettings } from '../event-log';
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

/** Reads all dead-letter topics from their beginnings to their present ends. */
export async function readDeadLetters(source: DeadLetterSource): Promise<FoundDeadLetters> {
  const shortNames = new Map(
    Object.entries(SHORT_NAMES).map(([each, short]) => [source.topics[each as keyof typeof SHORT_NAMES].name, short]),
  );
  const found = await Promise.all(
    Object.keys(SHORT_NAMES).map((each) => wholeTopic(source.admin, source.topics[each as keyof typeof SHORT_NAMES])),
  );
  const letters = new OpenLetters();
  await reading(source, found.flat().filter(isRange), (from, record) =>
    letters.add(shortNames.get(from.topic) ?? from.topic, from, record),
  );
  const missing = found.flat().filter((each) => typeof each === 'string');
  return { letters: letters.open(), missing };
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
async function wholeTopic(admin: EventLogAdmin, { name }: TopicSettings): Promise<readonly (ReadRange | string)[]> {
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
