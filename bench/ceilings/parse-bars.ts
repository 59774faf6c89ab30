import { createInterface } from 'node:readline';
import type { Pool } from 'pg';
import { to } from 'pg-copy-streams';

/** COPY of the events' data in the order of keys, JSON.parse and the sum of every close: reads the bars and folds nothing. Answers the bars. */
export async function parseBars(pool: Pool): Promise<number> {
  const client = await pool.connect();
  let bars = 0;
  let sum = 0;
  try {
    const copy = to(
      `copy (select data from event_store.events where type = 'BarsRecorded' order by position) to stdout`,
    );
    for await (const line of createInterface({ input: client.query(copy), crlfDelay: Infinity })) {
      const { close } = JSON.parse(line) as { close: readonly number[] };
      for (const price of close) sum += price;
      bars += close.length;
    }
  } finally {
    client.release();
  }
  if (!(sum > 0)) throw new Error('There were no bars to add up.');
  return bars;
}
