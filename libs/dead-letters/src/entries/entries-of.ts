import { type FoundDeadLetters, readDeadLetters } from '@streakline/event-log';
import { listParked, type ParkedKey } from '@streakline/projections';
import type { Entry } from './entry';
import type { Sources } from './sources';

export interface FoundEntries {
  readonly entries: readonly Entry[];
  /** Dead-letter topics that do not exist. */
  readonly missing: readonly string[];
}

/** All that is open in the sources: records in the order of their first refusals, then parked events by position. */
export async function entriesOf({ kafka, storage }: Sources): Promise<FoundEntries> {
  const found = kafka === null ? NONE : await readDeadLetters(kafka);
  const parked = storage === null ? [] : await listParked(storage.pool);
  return { entries: [...recordEntries(found), ...parked.map(parkedEntry)], missing: found.missing };
}

const NONE: FoundDeadLetters = { letters: [], missing: [] };

export function recordEntries({ letters }: FoundDeadLetters): readonly Entry[] {
  return letters.map((letter) => ({ kind: 'record', letter }));
}

export function parkedEntry(parked: ParkedKey): Entry {
  return { kind: 'parked', parked };
}
