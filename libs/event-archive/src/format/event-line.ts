import type { StoredRow } from '@streakline/event-store';
import { catalogue } from '@streakline/events';
import { z } from 'zod';
import { ArchiveError } from '../archive-error';
import { parseStrictly } from './parse-strictly';

const envelopeSchema = z.strictObject({
  position: z.int().min(1),
  id: z.guid(),
  streamId: z.string().min(1),
  streamVersion: z.int().min(1),
  type: z.string().min(1),
  typeVersion: z.int().min(1),
  knownAt: z.int(),
  recordedAt: z.int(),
  correlationId: z.guid(),
  causationId: z.guid().nullable(),
  keys: z.array(z.string().min(1)),
});

/** Parts the envelope from the data, which is last. Within a string its quotes would be escaped, so that this finds it. */
const BEFORE_DATA = ',"data":';

/** Reads an event's line; its data stays the text that it is. `number` is the line's, from 1. */
export function readEventLine(line: string, number: number, position: number): StoredRow {
  const at = line.indexOf(BEFORE_DATA);
  if (at === -1 || !line.endsWith('}')) {
    throw new ArchiveError('altered', `line ${number} is no event: the file was altered`);
  }
  const envelope = parseStrictly(envelopeSchema, `${line.slice(0, at)}}`, number);
  if (envelope.position !== position) {
    const message = `line ${number} holds position ${envelope.position} where ${position} should be: events were left out or put in another order`;
    throw new ArchiveError('altered', message);
  }
  checkVersion(envelope);
  return { ...envelope, json: line.slice(at + BEFORE_DATA.length, -1) };
}

/** A type that nobody here knows is only carried; a newer version of a known one would be taken for the older. */
function checkVersion({ type, typeVersion, position }: Pick<StoredRow, 'type' | 'typeVersion' | 'position'>): void {
  const known = catalogue.get(type)?.version ?? Infinity;
  if (typeVersion <= known) return;
  const message = `position ${position} is a ${type} of version ${typeVersion}, and this release knows up to ${known}: import it with the release that wrote it or a later one`;
  throw new ArchiveError('foreign', message);
}
