import { once } from 'node:events';
import type { Pool } from 'pg';
import { from, to } from 'pg-copy-streams';

/** The rows of a table as COPY writes them, in memory. */
export async function copiedOut(pool: Pool, table: string): Promise<Buffer> {
  const client = await pool.connect();
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of client.query(to(`copy ${table} to stdout`))) chunks.push(chunk as Buffer);
  } finally {
    client.release();
  }
  return Buffer.concat(chunks);
}

/** COPY of the same rows into an unlogged table of the same shape, SET LOGGED and the same primary key: a rebuild that reads and folds nothing. */
export async function copyIn(pool: Pool, like: string, rows: Buffer): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(`drop table if exists copied; create unlogged table copied (like ${like})`);
    const stream = client.query(from('copy copied from stdin'));
    const done = once(stream, 'finish');
    stream.end(rows);
    await done;
    await client.query(`alter table copied set logged`);
    const { rows: keys } = await client.query<{ columns: string }>(
      `select string_agg(quote_ident(attname), ', ' order by array_position(indkey::int2[], attnum)) as columns
         from pg_index join pg_attribute on attrelid = indrelid and attnum = any(indkey) where indisprimary and indrelid = $1::regclass`,
      [like],
    );
    await client.query(`alter table copied add primary key (${keys[0]?.columns ?? ''})`);
  } finally {
    client.release();
  }
}
