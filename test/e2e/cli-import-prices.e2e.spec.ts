import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exchange } from '@streakline/market-time';
import { schemaOf } from '@streakline/projections';
import { createTestDatabase, type TestDatabase } from '@streakline/testing';
import { Client } from 'pg';
import { streakline, streaklineUntil, temporaryFolder } from './cli-process';

/** What `import prices --json` says. */
interface Summary {
  readonly bars: { readonly recorded: number; readonly known: number };
  readonly refused: Readonly<Record<string, number>>;
  readonly refusedFiles: readonly string[];
}

const summaryOf = (stdout: string) => JSON.parse(stdout) as Summary;

describe('streakline import prices', () => {
  const folder = temporaryFolder();
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());
  const env = () => ({ STREAKLINE_DATABASE_URL: database.url });
  const run = (...args: readonly string[]) => streakline(['import', 'prices', ...args], '', env());
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const rowsOf = async (table: string) => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query<{ row: string }>(
      `select t::text as row from ${schemaOf('dossiers', 1)}.${table} t`,
    );
    await client.end();
    return rows.map(({ row }) => row);
  };
  const list = ['--mic', 'XNAS', '--list-missing', '--currency', 'USD'];

  it('records what it can, names what it refuses, and shows the figures at once', async () => {
    const path = file(
      'AMZN.csv',
      `date,open,high,low,close,volume
2026-02-03,242.1,243.9,238.0,238.62,47000000
2026-02-04,238.0,239.0,232.1,232.99,58000000
2026-02-05,230.0,231.0,222.0,222.69,75000000
2026-02-07,208.0,211.0,205.0,210.32,99000000
`,
    );
    const first = await run(path, ...list, '--basis', 'raw', '--json');
    expect(first.code).toBe(3);
    expect(first.stderr).toContain('AMZN.csv: ');
    const refused = `${path}.refused.csv`;
    expect(summaryOf(first.stdout)).toMatchObject({
      bars: { recorded: 3 },
      refused: { notASession: 1 },
      refusedFiles: [refused],
    });
    const [head, row] = readFileSync(refused, 'utf8').split('\n');
    expect(head).toBe('file,line,symbol,date,code,reason,text');
    expect(row).toContain(`${path},5,AMZN,2026-02-07,notASession,"2026-02-07 is no session of XNAS (a Saturday)`);
    expect(await rowsOf('price_streaks')).toHaveLength(1);
    const again = await run(path, '--basis', 'raw', '--refused', join(folder, 'told.csv'));
    expect(again.code).toBe(3);
    expect(again.stdout).toContain('0 recorded, 0 revised, 3 known before');
    expect(existsSync(join(folder, 'told.csv'))).toBe(true);
  });

  it('takes folders and patterns, and leaves its own files of refused rows alone', async () => {
    mkdirSync(join(folder, 'many'));
    for (const symbol of ['FOLA', 'FOLB']) file(`many/${symbol}.csv`, 'date,close\n2026-02-26,1\n2026-02-27,2\n');
    file('many/FOLA.csv.refused.csv', 'date,close\n2026-02-25,1\n');
    const dry = await run(join(folder, 'many'), ...list, '--basis', 'raw', '--dry-run', '--json');
    expect(dry.code).toBe(0);
    expect(summaryOf(dry.stdout).bars.recorded).toBe(4);
    const wet = await run(join(folder, 'many', 'FOL?.csv'), ...list, '--basis', 'raw', '--json');
    expect(wet.code).toBe(0);
    expect(summaryOf(wet.stdout).bars.recorded).toBe(4);
  });

  it('says what a file in no known format is not, and what was typed wrongly', async () => {
    const prose = await run(file('prose.txt', 'Dear all,\nthe prices are attached.\n'), '--mic', 'XNAS');
    expect(prose.code).toBe(1);
    expect(prose.stdout).toContain('not taken: ');
    expect(await run(join(folder, 'nothing.csv'))).toMatchObject({ code: 2, stdout: '' });
    expect(await run(join(folder, 'prose.txt'), '--list-missing')).toMatchObject({ code: 2, stdout: '' });
    expect(await run(join(folder, 'prose.txt'), '--mic', 'XXXX')).toMatchObject({ code: 2, stdout: '' });
  });

  it('is interrupted by Ctrl-C, and goes on from there', async () => {
    const days = exchange('XNAS').sessions('2025-01-02', '2025-12-31');
    const symbols = Array.from({ length: 200 }, (_, index) => `CTRL${String.fromCharCode(65 + (index % 26))}${index}`);
    const rows = symbols.flatMap((symbol) => days.map((day, index) => `${symbol},${day},${10 + (index % 7)}`));
    const path = file('many.csv', `symbol,date,close\n${rows.join('\n')}\n`);
    const args = ['import', 'prices', path, ...list, '--basis', 'raw', '--json'];
    const stopped = await streaklineUntil('many.csv: ', 'SIGINT', args, env());
    expect(stopped).toMatchObject({ code: 130, stdout: '' });
    expect(stopped.stderr).toContain('interrupted: what was recorded stays, and the same command goes on from there');
    const whole = await streakline(args, '', env());
    const { bars } = summaryOf(whole.stdout);
    expect([whole.code, bars.recorded + bars.known]).toEqual([0, rows.length]);
  });
});
