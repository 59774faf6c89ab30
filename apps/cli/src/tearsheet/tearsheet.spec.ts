import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '../failures';
import { readReturnsCsv } from './returns-csv';

describe('a file of returns', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'streakline-tearsheet-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const read = async (text: string) => {
    const file = join(folder, 'fund.csv');
    await writeFile(file, text);
    return readReturnsCsv(file);
  };

  it('is dates and fractions, whatever the second column is called', async () => {
    expect(await read('﻿date,fund\n2026-01-02, 0.01\n\n2026-01-05,-1e-3\n')).toEqual({
      dates: ['2026-01-02', '2026-01-05'],
      returns: [0.01, -0.001],
    });
  });

  it.each([
    ['', 'fund.csv is empty: it begins with the heading date,return'],
    ['date,return\n', 'fund.csv has a heading and no rows'],
    ['day,return\n2026-01-02,0', "fund.csv:1: the first column is 'day', not date"],
    ['date,a,b\n2026-01-02,0,0', 'fund.csv:1: 3 columns; give two'],
    ['date,return\n2026-02-30,0', "fund.csv:2: date: '2026-02-30' is no date"],
    ['date,return\n2026-01-05,0\n2026-01-02,0', 'fund.csv:3: date: 2026-01-02 is before the date on line 2'],
    ['date,return\n2026-01-05,0\n2026-01-05,0', 'fund.csv:3: date: 2026-01-05 stands on line 2 already'],
    ['date,return\n2026-01-05,NaN', "fund.csv:2: return: 'NaN' is no number"],
    ['date,return\n2026-01-05,', 'fund.csv:2: return: the cell is empty'],
    ['date,return\n2026-01-05,-2.5', 'fund.csv:2: return: -2.5 loses more than all; write fractions'],
    ['date,return\n2026-01-05,1%', "fund.csv:2: return: '1%' is no number"],
  ])('that says %j is refused with file and line', async (text, message) => {
    const refusal: unknown = await read(text).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UsageError);
    expect((refusal as UsageError).message).toContain(message);
  });
});
