import type { ArchiveHeader } from '../format/header';
import { type Archive, openArchive } from './open-archive';

/** What an archive holds. */
export interface ArchiveSummary {
  readonly file: string;
  /** The release that wrote it. */
  readonly streakline: string;
  readonly firstPosition: number;
  readonly lastPosition: number;
  readonly events: number;
  /** As in {@link Exported}. */
  readonly sha256: string;
}

export interface ReadingOptions {
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Aborted, the work ends by its reason; what was stored until then stays. */
  readonly signal?: AbortSignal;
}

/** `checking` reads the whole file, `comparing` holds it against events that are there, `storing` stores those that are not. */
export interface ImportProgress {
  readonly phase: 'checking' | 'comparing' | 'storing';
  /** Events of the file. */
  readonly done: number;
  readonly total: number;
}

/** An archive that was read from end to end and found whole. */
export interface CheckedArchive {
  readonly summary: ArchiveSummary;
  readonly archive: Archive;
  readonly header: ArchiveHeader;
  /** Of each chunk: what the second reading must find again. */
  readonly sums: readonly string[];
}

/**
 * Reads an archive from end to end; needs no store.
 *
 * @throws ArchiveError `cutShort`, `altered` or `foreign`: whatever single byte of the file was changed
 */
export async function checkArchive(file: string, { onProgress, signal }: ReadingOptions = {}): Promise<CheckedArchive> {
  const archive = await openArchive(file);
  const { events, eventsSha256: sha256 } = archive.trailer;
  const sums: string[] = [];
  let header: ArchiveHeader | undefined;
  let done = 0;
  for await (const read of archive.read()) {
    signal?.throwIfAborted();
    header = read.header;
    sums.push(read.chunk.sha256);
    done += read.chunk.rows.length;
    onProgress?.({ phase: 'checking', done, total: events });
  }
  if (header === undefined) throw new Error('an archive without events was read to its end');
  const { streakline, firstPosition, lastPosition } = header;
  return { summary: { file, streakline, firstPosition, lastPosition, events, sha256 }, archive, header, sums };
}
