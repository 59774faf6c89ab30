import { join } from 'node:path';
import { aFile, aFolder, dayOfIso, readAll, removeFolders } from '../../test/reading';
import { aZip } from '../../test/zip';

afterAll(removeFolders);

/** Apple's seven-for-one split of 2014-06-09 and its dividend of 3.29, ex 2014-05-08, in LEAN's form. */
const BARS = [
  '20140507 00:00,5950000,5970000,5870000,5923300,70716100',
  '20140508 00:00,5882500,5946900,5862500,5879900,57574300',
  '20140606 00:00,6499000,6512600,6443600,6455700,87484600',
  '20140609 00:00,927000,938800,917500,937000,75415000',
  '',
].join('\n');
/** 592.33 - 3.29 over 592.33 is 0.9944457. */
const FACTORS = [
  '19980102,0.9944457,0.1428571,1',
  '20140507,0.9944457,0.1428571,592.33',
  '20140606,1,0.1428571,645.57',
  '20501231,1,1,0',
  '',
].join('\n');

function aTree(files: Readonly<Record<string, string>>): string {
  const folder = aFolder();
  for (const [name, text] of Object.entries(files)) aFile(name, text, folder);
  return folder;
}

function zipped(folder: string, ticker: string, text: string): string {
  return aFile(join('daily', `${ticker}.zip`), aZip([{ name: `${ticker}.csv`, content: text }]), folder);
}

test('prices are raw and divided by 10,000, facts come from the factor file', async () => {
  const folder = aTree({ 'factor_files/aapl.csv': FACTORS, 'map_files/aapl.csv': '19980102,aapl\n20501231,aapl\n' });
  const { detection, rows, facts, notes, refused } = await readAll(zipped(folder, 'aapl', BARS));
  expect(detection).toMatchObject({ format: 'lean', symbol: 'AAPL', datedSymbols: true });
  expect(rows[0]).toEqual({
    line: 1,
    date: '2014-05-07',
    symbol: 'AAPL',
    raw: { open: 595, high: 597, low: 587, close: 592.33, volume: 70_716_100 },
  });
  expect(rows).toHaveLength(4);
  const file = join(folder, 'factor_files/aapl.csv');
  expect(facts).toEqual([
    { kind: 'fact', file, line: 2, symbol: 'AAPL', day: dayOfIso('2014-05-08'), dividend: 3.29 },
    { kind: 'fact', file, line: 3, symbol: 'AAPL', day: dayOfIso('2014-06-09'), split: 7 },
  ]);
  expect([...notes, ...refused]).toEqual([]);
});

test('older factor files without reference prices take the close of their day', async () => {
  const folder = aTree({ 'factor_files/aapl.csv': FACTORS.replaceAll(/,[\d.]+$/gm, '') });
  const { facts } = await readAll(zipped(folder, 'aapl', BARS));
  expect(facts.map(({ dividend, split }) => dividend ?? split)).toEqual([3.29, 7]);
});

test('a missing factor file is told, because dividends and splits are missing with it', async () => {
  const { notes } = await readAll(zipped(aFolder(), 'aapl', BARS));
  expect(notes).toEqual([expect.objectContaining({ code: 'noFactors', damaged: false })]);
});

test('a row of a factor file that cannot be read is refused by its line', async () => {
  const folder = aTree({ 'factor_files/aapl.csv': `${FACTORS}nonsense\n` });
  const { refused, facts } = await readAll(zipped(folder, 'aapl', BARS));
  expect(refused).toEqual([expect.objectContaining({ line: 5, text: 'nonsense' })]);
  expect(facts).toHaveLength(2);
});

test('days on which the ticker meant another listing are refused, and the former ticker is told', async () => {
  // Meta was traded as FB until 2022-06-08; META was an exchange-traded fund's ticker before.
  const map = '20120518,fb,Q\n20220608,fb,Q\n20501231,meta,Q\n';
  const folder = aTree({ 'map_files/meta.csv': map });
  const bars = '20220608 00:00,150000,150000,150000,150000,100\n20220609 00:00,1950000,1980000,1830000,1840000,200\n';
  const { rows, refused, notes } = await readAll(zipped(folder, 'meta', bars));
  expect(rows).toEqual([expect.objectContaining({ date: '2022-06-09', symbol: 'META' })]);
  expect(refused).toEqual([expect.objectContaining({ line: 1, reason: expect.stringContaining('from 2022-06-09') })]);
  expect(notes.map(({ code }) => code)).toContain('renamed');
});

test('factor and map files by themselves are told to be companions', async () => {
  const folder = aTree({ 'factor_files/aapl.csv': FACTORS, 'map_files/aapl.csv': '19980102,aapl\n20501231,aapl\n' });
  for (const name of ['factor_files', 'map_files']) {
    const { detection, rows, notes } = await readAll(join(folder, name, 'aapl.csv'));
    expect(detection.format).toBe('lean');
    expect(rows).toEqual([]);
    expect(notes).toEqual([expect.objectContaining({ code: 'companion', damaged: false })]);
  }
});

test('hourly bars are no daily ones', async () => {
  const path = zipped(aFolder(), 'aapl', '20140507 09:00,5950000,5970000,5870000,5923300,70716100\n');
  await expect(readAll(path)).rejects.toMatchObject({
    code: 'wrongFormat',
    message: expect.stringContaining('hourly'),
  });
});
