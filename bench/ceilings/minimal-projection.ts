import { Client } from 'pg';
import { now } from '../pairing';

/**
 * The least that a live projection can be: a listener that, woken by NOTIFY, writes one row and commits. Answers the
 * milliseconds from the commit of each event to the commit of its row.
 */
export async function minimalProjectionLags(url: string, events: number): Promise<readonly number[]> {
  const writer = new Client({ connectionString: url });
  const reader = new Client({ connectionString: url });
  await Promise.all([writer.connect(), reader.connect()]);
  await writer.query('create table heard (n int primary key); create table shown (n int primary key)');
  await reader.query('listen heard');
  const lags: number[] = [];
  try {
    for (let n = 0; n < events; n += 1) {
      const shown = new Promise<void>((resolve, reject) => {
        reader.once('notification', () => {
          reader.query('insert into shown select n from heard where n = $1', [n]).then(() => resolve(), reject);
        });
      });
      await writer.query('insert into heard values ($1)', [n]);
      const committed = now();
      await writer.query('notify heard');
      await shown;
      lags.push(now() - committed);
    }
  } finally {
    await Promise.all([writer.end(), reader.end()]);
  }
  return lags;
}
