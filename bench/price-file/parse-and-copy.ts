import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import type { Pool } from 'pg';
import { from } from 'pg-copy-streams';

const table = `
create table parsed_prices (
  symbol text, session date, open float8, high float8, low float8, close float8, volume float8
)`;

/** What any import must do at least: split the lines, parse the figures, COPY them into a durable table, and index it. */
export async function parseAndCopy(pool: Pool, path: string): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query('drop table if exists parsed_prices');
    await client.query(table);
    const copy = client.query(from('copy parsed_prices from stdin'));
    let [rows, rest, isHeader] = [0, '', true];
    for await (const chunk of createReadStream(path, { encoding: 'latin1', highWaterMark: 1 << 20 })) {
      const lines = (rest + String(chunk)).split('\n');
      rest = lines.pop() ?? '';
      const parsed = lines.slice(isHeader ? 1 : 0).map(copyLine);
      isHeader = false;
      rows += parsed.length;
      if (!copy.write(parsed.join(''))) await once(copy, 'drain');
    }
    copy.end();
    await once(copy, 'finish');
    await client.query('alter table parsed_prices add primary key (symbol, session)');
    return rows;
  } finally {
    client.release();
  }
}

function copyLine(line: string): string {
  const [symbol, session, ...figures] = line.split(',');
  const numbers = figures.map(Number);
  if (numbers.some((value) => !(value > 0))) throw new Error(`no figures: ${line}`);
  return `${symbol}\t${session}\t${numbers.join('\t')}\n`;
}
