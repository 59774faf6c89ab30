import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '../failures';
import { paired } from './paired';
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

  it('may be as other programs write it: capitals, carriage returns', async () => {
    expect(await read('Date,Adj Return\r\n2026-01-02,.01\r\n')).toEqual({ dates: ['2026-01-02'], returns: [0.01] });
  });

  it.each([
    ['', 'fund.csv is empty: it begins with the heading date,return'],
    ['date,return\n', 'fund.csv has a heading and no rows'],
    ['day,return\n2026-01-02,0', "fund.csv:1: the first column is 'day', not date"],
    ['date,a,b\n2026-01-02,0,0', 'fund.csv:1: 3 columns; give two'],
    ['date,return\n2026-02-30,0', "fund.csv:2: date: '2026-02-30' is no date"],
    ['date,return\n2026-01-05,0\n2026-01-02,0', 'fund.csv:3: date: 2026-01-02 is before the date on line 2'],
    ['date,return\n2026-01-05,0\n2026-01-05,0', 'fund.csv:3: date: 2026-01-05 stands on line 2 already'],
    ['2026-01-05,0.01\n', 'fund.csv:1: there is no heading; begin the file with the line date,return'],
    ['date;return\n2026-01-05;0,01', "fund.csv:1: cells are separated by ';'; write commas, and points in numbers"],
    ['date,return\n2026-01-05,0,01', 'fund.csv:2: 3 cells, where the heading has 2'],
    ['date,return\n2026-01-05,"0,01"', "fund.csv:2: return: '0,01' has a decimal comma; write a point"],
    ['date,return\r\n2026-01-05,1e400\r\n', "fund.csv:2: return: '1e400' is no number"],
    ['date,return\n2026-01-05,NaN', "fund.csv:2: return: there is no return in 'NaN'; leave the row out"],
    ['date,return\n2026-01-05,', 'fund.csv:2: return: there is no return; leave the row out'],
    ['date,return\n2026-01-05,-2.5', 'fund.csv:2: return: -2.5 loses more than all; write fractions'],
    ['date,return\n2026-01-05,1%', "fund.csv:2: return: '1%' is in percent; write fractions, 0.01 for 1%"],
  ])('that says %j is refused with file and line', async (text, message) => {
    const refusal: unknown = await read(text).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UsageError);
    expect((refusal as UsageError).message).toContain(message);
  });
});

describe('returns beside a benchmark', () => {
  const daily = Array.from({ length: 60 }, (_, at) => new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10));
  const of = (file: string, dates: readonly string[]) => ({ file, dates, returns: dates.map((_, at) => at / 1_000) });
  const fund = of('fund.csv', daily.slice(10, 50));

  it('that is longer on both sides take the rows of their own dates, without a warning', () => {
    const { series, warnings } = paired(fund, of('index.csv', daily));
    expect(series.benchmark?.slice(0, 2)).toEqual([0.01, 0.011]);
    expect(warnings).toEqual([]);
  });

  it('that has gaps, or that they have gaps beside, are warned of', () => {
    const gap = (dates: readonly string[], at: number) => dates.filter((_, place) => place !== at);
    const { series, warnings } = paired(of('fund.csv', gap(daily, 30)), of('index.csv', gap(daily.slice(0, 59), 20)));
    expect(series.benchmark?.filter((one) => one === null)).toHaveLength(2);
    expect(warnings).toEqual([
      'index.csv has no row for 2 of 59 dates: they are left out of what is compared',
      'fund.csv has no row for 1 dates within it that index.csv has: they are left out of what is compared',
    ]);
  });

  it('of other periods, or of none of the dates, are refused', () => {
    const weekly = of(
      'weekly.csv',
      daily.filter((_, at) => at % 7 === 0),
    );
    expect(() => paired(weekly, of('index.csv', daily))).toThrow(
      'weekly.csv has 52 periods a year by its dates, index.csv 365: give both with the same periods',
    );
    const later = of('later.csv', daily.slice(50));
    expect(() => paired(fund, later)).toThrow(
      'later.csv has none of the dates from 2026-01-11 to 2026-02-19: nothing can be compared',
    );
  });
});
