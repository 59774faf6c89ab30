import type { Pool } from 'pg';
import { to } from 'pg-copy-streams';

const statement = 'copy (select * from event_store.events order by position) to stdout';

/** COPY of all events to this process, drained and thrown away; answers the bytes. */
export async function drainCopy(pool: Pool): Promise<number> {
  return readCopy(pool, (chunk) => chunk.length);
}

/** The same, cut into lines and their data parsed, by the shortest code that does it; answers the events. */
export async function parseCopy(pool: Pool): Promise<number> {
  let rest = '';
  return readCopy(pool, (chunk) => {
    const lines = (rest + chunk.toString('utf8')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) JSON.parse(line.slice(line.lastIndexOf('\t') + 1));
    return lines.length;
  });
}

async function readCopy(pool: Pool, take: (chunk: Buffer) => number): Promise<number> {
  const client = await pool.connect();
  let sum = 0;
  try {
    for await (const chunk of client.query(to(statement))) sum += take(chunk as Buffer);
  } finally {
    client.release();
  }
  return sum;
}
