import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RefusedPriceRow } from '@streakline/price-import';
import { RefusedFiles } from './refused-files';

describe('files of refused rows', () => {
  const folder = mkdtempSync(join(tmpdir(), 'streakline-refused-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const row = (others: Partial<RefusedPriceRow> = {}): RefusedPriceRow => ({
    file: join(folder, 'prices.csv'),
    line: 7,
    symbol: 'AMZN',
    date: '2026-02-16',
    code: 'notASession',
    reason: 'no session',
    text: '1,2,3',
    ...others,
  });

  it('stand beside the files they come from, those of an archive beside the archive', async () => {
    const files = new RefusedFiles(undefined);
    await files.add(row());
    await files.add(row({ file: `${join(folder, 'all.zip')}!a/b.csv` }));
    const paths = await files.close();
    expect(paths).toEqual([join(folder, 'prices.csv.refused.csv'), join(folder, 'all.zip.refused.csv')]);
    expect(readFileSync(paths[0] ?? '', 'utf8')).toBe(
      `file,line,symbol,date,code,reason,text\n${join(folder, 'prices.csv')},7,AMZN,2026-02-16,notASession,no session,"1,2,3"\n`,
    );
    expect(readdirSync(folder).filter((name) => name.endsWith('.partial'))).toEqual([]);
  });

  it('hold nothing that a spreadsheet would run, nor that breaks out of its cell', async () => {
    const told = join(folder, 'told.csv');
    const files = new RefusedFiles(told);
    await files.add(row({ text: '=HYPERLINK("http://x")', reason: 'two\nlines', symbol: '-2+3', date: null }));
    await files.add(row({ text: '-1.5', symbol: null }));
    await files.close();
    const text = readFileSync(told, 'utf8');
    expect(text).toContain(`,7,'-2+3,,notASession,"two\nlines","'=HYPERLINK(""http://x"")"\n`);
    expect(text.endsWith(',no session,-1.5\n')).toBe(true);
  });

  it('are none where nothing was refused', async () => {
    const told = join(folder, 'none.csv');
    expect(await new RefusedFiles(told).close()).toEqual([]);
    expect(existsSync(told)).toBe(false);
  });

  it('say where they cannot be written', async () => {
    const files = new RefusedFiles(join(folder, 'no', 'such', 'folder.csv'));
    await files.add(row());
    await expect(files.close()).rejects.toThrow('name another file by --refused');
  });
});
