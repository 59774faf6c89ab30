import { z } from 'zod';
import { ArchiveError } from '../archive-error';
import { parseStrictly } from './parse-strictly';

export const FORMAT = 1;

const headerSchema = z.strictObject({
  archive: z.literal('streakline.events'),
  format: z.int().min(1),
  /** The release that wrote it. */
  streakline: z.string().min(1),
  /** The migrations of the event store that its database had. */
  migrations: z.array(z.string()),
  firstPosition: z.int().min(1),
  lastPosition: z.int().min(1),
  /** Id of the event right before the first; null where that is the first of all. */
  previousId: z.guid().nullable(),
});

/** First line of an archive: what it is, who wrote it, which positions it holds. No clock: the same events, the same file. */
export type ArchiveHeader = z.infer<typeof headerSchema>;

export function headerLine(header: ArchiveHeader): string {
  return `${JSON.stringify(header)}\n`;
}

/** Reads the first line. */
export function readHeader(line: string, knownMigrations: readonly string[]): ArchiveHeader {
  // The format first: a line of a later one need not have these fields.
  const { format } = parseStrictly(
    z.looseObject({ archive: z.literal('streakline.events'), format: z.int() }),
    line,
    1,
  );
  if (format !== FORMAT) {
    const message = `it is in format ${format}, and this release reads format ${FORMAT}: import it with a release that knows it`;
    throw new ArchiveError('foreign', message);
  }
  const header = parseStrictly(headerSchema, line, 1);
  const unknown = header.migrations.find((name) => !knownMigrations.includes(name));
  if (unknown !== undefined) {
    const message = `it comes from Streakline ${header.streakline}, whose store has a migration that this release does not know (${unknown}): import it with that release or a later one`;
    throw new ArchiveError('foreign', message);
  }
  return header;
}
