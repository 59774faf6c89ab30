import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { InstrumentsModule, ListInstrument } from '@streakline/instruments';
import { type Commands, startCommands } from '@streakline/testing';
import { streakline, temporaryFolder } from './cli-process';

describe('streakline import calendar', () => {
  const folder = temporaryFolder();
  let commands: Commands;
  beforeAll(async () => {
    commands = await startCommands(InstrumentsModule);
    for (const symbol of ['AMZN', 'MSFT'])
      await commands.accept(
        new ListInstrument({ symbol, mic: 'XNAS', name: `${symbol}, Inc.`, currency: 'USD' }, commands.context()),
      );
  });
  afterAll(() => commands.dispose());

  const file = (name: string, text: string | Buffer) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const importing = (path: string, ...args: readonly string[]) =>
    streakline(['import', 'calendar', path, ...args], '', { STREAKLINE_DATABASE_URL: commands.made.url });

  const calendar = `\ufeff"symbol","name","date","time","epsEstimate","eps","surprise"\r
"AMZN","Amazon.com, Inc.","02/05/2026","amc","$1.97","$1.95","-1.02"\r
"MSFT","Microsoft","01/28/2026","TNS","$3.97","$4.14","4.3"\r
"NOPE","No such, Inc.","01/28/2026","bmo","($0.10)","$0.02",""\r
`;

  it('tells what it would do, and records nothing', async () => {
    const head = await commands.made.store.head();
    const dry = await importing(file('dry.csv', calendar), '--dry-run', '--json');
    expect(JSON.parse(dry.stdout)).toMatchObject({ announced: 2, dryRun: true, refused: [{ line: 4 }] });
    expect(await commands.made.store.head()).toBe(head);
  });

  it('records what it can, names the rest, and adds nothing the second time', async () => {
    const path = file('earnings.csv', calendar);
    const first = await importing(path);
    expect(first).toMatchObject({ code: 3, stderr: '' });
    expect(first.stdout).toContain('2 announced');
    expect(first.stdout).toContain('1 row with a date alone');
    expect(first.stdout).toContain('columns that are not read: surprise');
    expect(readFileSync(`${path}.refused.csv`, 'utf8')).toBe(
      'line,code,reason,text\n4,unknownInstrument,NOPE names no instrument on any exchange: list it first by POST /v1/instruments,"NOPE,No such, Inc.,01/28/2026,bmo,($0.10),$0.02,"\n',
    );
    const again = await importing(path, '--json');
    expect(JSON.parse(again.stdout)).toMatchObject({
      source: 'earnings',
      rows: 3,
      announced: 0,
      measured: 0,
      onRecord: 2,
      refused: [{ line: 4, code: 'unknownInstrument' }],
      refusedFile: `${path}.refused.csv`,
    });
  });

  it('shows in the read models what it recorded', async () => {
    const path = file('one.csv.gz', gzipSync('symbol,date,time,eps\nAMZN,2025-10-30,amc,1.95\n'));
    writeFileSync(`${path}.refused.csv`, 'of a run before');
    expect(await importing(path, '--source', 'a survey')).toMatchObject({ code: 0, stderr: '' });
    expect(existsSync(`${path}.refused.csv`)).toBe(false);
    const { rows } = await commands.made.database.pool.query<{ schema: string }>(
      `select table_schema as schema from information_schema.tables where table_name = 'announcements'`,
    );
    const shown = await commands.made.database.pool.query(`select * from ${rows[0]?.schema ?? ''}.announcements`);
    expect(JSON.stringify(shown.rows)).toContain('AMZN, Inc. reports its earnings');
  });

  it('refuses what is no calendar in one line, with what to do', async () => {
    const cases: readonly (readonly [name: string, text: string | Buffer, says: string])[] = [
      ['either.csv', 'symbol,date\nAMZN,2/5/2026\n', '--dates'],
      ['binary.csv', Buffer.from([0x50, 0x4b, 0, 0, 1, 2, 3, 0, 0, 0]), 'binary.csv'],
      ['early.csv.gz', gzipSync('symbol,date\n'.repeat(2_000)).subarray(0, 40), 'early.csv.gz'],
    ];
    for (const [name, text, says] of cases) {
      const refused = await importing(file(name, text));
      expect(refused).toMatchObject({ code: 2, stdout: '' });
      expect(refused.stderr).toContain(says);
      expect(refused.stderr.trim().split('\n')).toHaveLength(1);
    }
  });

  it('refuses options that cannot be, and a file that is not there', async () => {
    expect(await importing(join(folder, 'none.csv'), '--zone', 'Mars')).toMatchObject({ code: 2, stdout: '' });
    expect(await importing(join(folder, 'none.csv'))).toMatchObject({ code: 2, stdout: '' });
  });
});
