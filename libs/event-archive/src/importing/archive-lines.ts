import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { ArchiveError } from '../archive-error';

const CHUNK_BYTES = 256 * 1024;
const LINE_FEED = 10;

/**
 * The lines of the compressed part of a file, each with its line feed, some at a time; at the end the bytes must hash to
 * what the trailer says.
 *
 * @param end bytes of the file before its trailer
 */
export async function* archiveLines(file: string, end: number, fileSha256: string): AsyncGenerator<readonly Buffer[]> {
  // A stream to the byte before the first is an error of its own.
  if (end === 0) return;
  const hash = createHash('sha256');
  async function* hashed(source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      hash.update(chunk);
      yield chunk;
    }
  }
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  const bytes = createReadStream(file, { end: end - 1, highWaterMark: CHUNK_BYTES });
  // The loop below gets the error.
  const fed = pipeline(bytes, hashed, gunzip).catch(() => undefined);
  try {
    yield* linesOf(gunzip);
  } catch (error) {
    throw isOfGzip(error) ? altered(error) : error;
  } finally {
    gunzip.destroy();
    await fed;
  }
  if (hash.digest('hex') !== fileSha256) throw altered();
}

function altered(cause?: unknown): ArchiveError {
  const message = 'its bytes do not hash to what its last line says: it was altered, or compressed anew';
  return new ArchiveError('altered', message, { cause });
}

function isOfGzip(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && String(error.code).startsWith('Z_');
}

async function* linesOf(source: AsyncIterable<Buffer>): AsyncGenerator<readonly Buffer[]> {
  let rest: Buffer[] = [];
  for await (const chunk of source) {
    const lines: Buffer[] = [];
    let at = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, at)) {
      lines.push(
        rest.length === 0 ? chunk.subarray(at, end + 1) : Buffer.concat([...rest, chunk.subarray(at, end + 1)]),
      );
      rest = [];
      at = end + 1;
    }
    if (at < chunk.length) rest.push(chunk.subarray(at));
    if (lines.length > 0) yield lines;
  }
  if (rest.length > 0) throw new ArchiveError('altered', 'its last event has no end: the file was altered');
}
