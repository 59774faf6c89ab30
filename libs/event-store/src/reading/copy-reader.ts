import type { RecordedEvent } from '@streakline/events';
import type { Pool } from 'pg';
import { to } from 'pg-copy-streams';
import { LineSplitter } from './line-splitter';
import { CopyLineParser } from './parse-copy-lines';

/**
 * Runs a COPY and yields what each chunk of it held. It reads no faster than the consumer takes, so that memory stays
 * constant; left early, it gives the connection up, since the rest of the COPY would still be on its way.
 */
export async function* copyChunks<T>(
  pool: Pool,
  statement: string,
  read: (event: RecordedEvent, key: string) => T,
): AsyncGenerator<T[]> {
  const client = await pool.connect();
  let isWhole = false;
  try {
    const stream = client.query(to(statement, { highWaterMark: 1024 * 1024 }));
    const [lines, parser] = [new LineSplitter(), new CopyLineParser()];
    for await (const chunk of stream) {
      const text = lines.push(chunk as Buffer);
      if (text === undefined) continue;
      const items: T[] = [];
      parser.parse(text, (event, key) => items.push(read(event, key)));
      yield items;
    }
    isWhole = true;
  } finally {
    client.release(!isWhole);
  }
}
