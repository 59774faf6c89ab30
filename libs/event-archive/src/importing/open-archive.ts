import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { eventStoreMigrations, type StoredRow } from '@streakline/event-store';
import { ArchiveError } from '../archive-error';
import { readEventLine } from '../format/event-line';
import { type ArchiveHeader, readHeader } from '../format/header';
import { type ArchiveTrailer, readTrailer, TAIL_BYTES } from '../format/trailer';
import { archiveLines } from './archive-lines';

/** Events that are stored in one transaction. */
export interface ArchiveChunk {
  readonly rows: readonly StoredRow[];
  /** SHA-256 of the file's lines up to the end of this chunk. */
  readonly sha256: string;
}

export interface Archive {
  readonly trailer: ArchiveTrailer;
  /** Reads the whole file; whoever takes all chunks knows, at the end of the last, that the file is whole. */
  read(): AsyncGenerator<{ readonly header: ArchiveHeader; readonly chunk: ArchiveChunk }>;
}

const EVENTS_A_CHUNK = 10_000;
const BYTES_A_CHUNK = 16 * 1024 * 1024;

/** Opens an archive by its end: what is cut short is refused here. */
export async function openArchive(file: string): Promise<Archive> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const tail = Buffer.alloc(Math.min(size, TAIL_BYTES));
    await handle.read(tail, 0, tail.length, size - tail.length);
    const { trailer, length } = readTrailer(tail);
    return { trailer, read: () => readChunks(file, size - length, trailer) };
  } finally {
    await handle.close();
  }
}

async function* readChunks(file: string, end: number, trailer: ArchiveTrailer): ReturnType<Archive['read']> {
  const known = eventStoreMigrations.map(({ name }) => name);
  const sum = createHash('sha256');
  let [header, line, bytes]: [ArchiveHeader | undefined, number, number] = [undefined, 0, 0];
  let rows: StoredRow[] = [];
  const taken = (of: ArchiveHeader) => {
    const chunk = { rows, sha256: sum.copy().digest('hex') };
    [rows, bytes] = [[], 0];
    return { header: of, chunk };
  };
  for await (const lines of archiveLines(file, end, trailer.fileSha256)) {
    for (const each of lines) {
      line += 1;
      const text = each.toString('utf8', 0, each.length - 1);
      if (header === undefined) {
        header = readHeader(text, known);
        continue;
      }
      rows.push(readEventLine(text, line, header.firstPosition + line - 2));
      sum.update(each);
      bytes += each.length;
      if (rows.length === EVENTS_A_CHUNK || bytes >= BYTES_A_CHUNK) yield taken(header);
    }
  }
  if (header === undefined) throw new ArchiveError('altered', 'it holds no line: the file was altered');
  checkEnd(header, trailer, line - 1, sum.copy().digest('hex'));
  if (rows.length > 0) yield taken(header);
}

function checkEnd(
  { firstPosition, lastPosition }: ArchiveHeader,
  trailer: ArchiveTrailer,
  events: number,
  sum: string,
) {
  const promised = lastPosition - firstPosition + 1;
  if (events !== promised || events !== trailer.events) {
    const message = `it holds ${events} events, its first line says ${promised} and its last ${trailer.events}: the file was altered`;
    throw new ArchiveError('altered', message);
  }
  if (sum !== trailer.eventsSha256) {
    throw new ArchiveError('altered', 'its events do not hash to what its last line says: the file was altered');
  }
}
