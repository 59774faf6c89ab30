import type { RecordedEvent } from '@streakline/events';
import type { Pool } from 'pg';
import { to } from 'pg-copy-streams';
import type { EventCopy } from '../sql/copy-events';
import { LineSplitter } from './line-splitter';
import { CopyLineParser } from './parse-copy-lines';

const BUFFERED_BYTES = 1024 * 1024;

/**
 * Runs a COPY and yields what each chunk of it held. It reads no faster than the consumer takes, so that memory stays
 * constant; left early, it gives the connection up, since the rest of the COPY would still be on its way.
 */
export async function* copyChunks<T>(
  pool: Pool,
  copy: EventCopy,
  read: (event: RecordedEvent, key: string) => T,
): AsyncGenerator<T[]> {
  const client = await pool.connect();
  let isWhole = false;
  try {
    await client.query(`begin read only; ${copy.settings}`);
    const stream = client.query(to(copy.statement, { highWaterMark: BUFFERED_BYTES }));
    // The loop below gets the error; one that comes when it was left early concerns nobody.
    stream.on('error', () => undefined);
    const [lines, parser] = [new LineSplitter(), new CopyLineParser(copy.hasKey)];
    for await (const chunk of stream) {
      const text = lines.push(chunk as Buffer);
      if (text === undefined) continue;
      const items: T[] = [];
      parser.parse(text, (event, key) => items.push(read(event, key)));
      yield items;
    }
    await client.query('commit');
    isWhole = true;
  } finally {
    client.release(!isWhole);
  }
}
