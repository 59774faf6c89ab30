import type { Pool } from 'pg';
import { to } from 'pg-copy-streams';
import { copyLines } from '../sql/copy-lines';
import { BinaryCopy } from './binary-copy';

const BUFFERED_BYTES = 1024 * 1024;

/**
 * Stored events as JSON, a line each with its line feed, in position order: `position`, `id`, `streamId`,
 * `streamVersion`, `type`, `typeVersion` (as stored, not upcast), `knownAt`, `recordedAt` (epoch milliseconds),
 * `correlationId`, `causationId` (or null), `keys`, and last `data`, byte for byte as it was written. The same events
 * are always the same lines. Yields some lines at a time and reads no faster than they are taken, so that memory stays
 * constant; one of its buffers may hold a part of a larger one.
 *
 * @param range positions in (after, upTo]
 */
export async function* storedLines(
  pool: Pool,
  range: { readonly after: number; readonly upTo: number },
): AsyncGenerator<readonly Buffer[]> {
  const client = await pool.connect();
  let isWhole = false;
  try {
    const stream = client.query(to(copyLines(range.after, range.upTo), { highWaterMark: BUFFERED_BYTES }));
    // The loop below gets the error; one that comes when it was left early concerns nobody.
    stream.on('error', () => undefined);
    const copy = new BinaryCopy();
    for await (const chunk of stream) {
      const lines = copy.push(chunk as Buffer);
      if (lines.length > 0) yield lines;
    }
    isWhole = true;
  } finally {
    // Left early, the rest of the COPY would still be on its way.
    client.release(!isWhole);
  }
}
