import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '../../failures';
import { readEvents } from './events-file';
import { putTogether, studyEvents } from './file-study';
import { readReturns } from './returns-file';

const folder = mkdtempSync(join(tmpdir(), 'streakline-study-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** The message of the refusal, without the folder. */
async function refusal(read: Promise<unknown>): Promise<string> {
  const error: unknown = await read.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(UsageError);
  return (error as Error).message.replaceAll(`${folder}/`, '');
}

const returnsOf = (text: string) => readReturns(file('returns.csv', text));
const eventsOf = (text: string) => readEvents(file('events.csv', text));
const HEADING = 'event_id,firm,event_date,group,t1,t2,est_end,est_len';

describe('a file of returns', () => {
  it('has a row a day, and gaps where cells are empty', async () => {
    const { days, columns } = await returnsOf('date,MKT,F1\n2021-01-04,0.01,-.5e-2\n2021-01-06,,+2\n');
    expect([...days]).toEqual([18_631, 18_633]);
    expect([...(columns.get('MKT') ?? [])]).toEqual([0.01, Number.NaN]);
    expect([...(columns.get('F1') ?? [])]).toEqual([-0.005, 2]);
  });

  it('may come from a spreadsheet: byte order mark, quotes, carriage returns, empty lines at the end', async () => {
    const { days, columns } = await returnsOf('\ufeff"date","Acme, Inc."\r\n2021-01-04, 0.25 \r\n\r\n');
    expect(days).toHaveLength(1);
    expect([...columns]).toEqual([['Acme, Inc.', Float64Array.of(0.25)]]);
  });

  it.each([
    [
      'a text for a number',
      'date,F1\n2021-01-04,NaN\n',
      "returns.csv:2: F1: 'NaN' is no number; where there is none, leave the cell empty",
    ],
    [
      'a percentage',
      'date,F1\n2021-01-04,1.5%\n',
      "returns.csv:2: F1: '1.5%' is no number; where there is none, leave the cell empty",
    ],
    [
      'a number too large',
      'date,F1\n2021-01-04,1e999\n',
      "returns.csv:2: F1: '1e999' is no number; where there is none, leave the cell empty",
    ],
    [
      'a date twice',
      'date,F1\n2021-01-04,1\n2021-01-04,2\n',
      'returns.csv:3: date: 2021-01-04 stands on line 2 already',
    ],
    [
      'dates unsorted',
      'date,F1\n2021-01-05,1\n2021-01-04,2\n',
      'returns.csv:3: date: 2021-01-04 is before the date on line 2; sort the rows by date',
    ],
    [
      'a day that does not exist',
      'date,F1\n2021-02-30,1\n',
      "returns.csv:2: date: '2021-02-30' is no date, such as 2026-02-27",
    ],
    [
      'a date of another form',
      'date,F1\n04/01/2021,1\n',
      "returns.csv:2: date: '04/01/2021' is no date, such as 2026-02-27",
    ],
    ['a cell too few', 'date,F1,F2\n2021-01-04,1\n', 'returns.csv:2: 2 cells, where the heading has 3'],
    ['a cell too many', 'date,F1\n\n2021-01-04,1,2\n', 'returns.csv:3: 3 cells, where the heading has 2'],
    ['no date column', 'day,F1\n2021-01-04,1\n', "returns.csv:1: the first column is 'day', not date"],
    ['a column twice', 'date,F1,F1\n2021-01-04,1,1\n', 'returns.csv:1: two columns are named F1'],
    ['a column without a name', 'date,F1,\n2021-01-04,1,1\n', 'returns.csv:1: column 3 has no name'],
    ['dates alone', 'date\n2021-01-04\n', 'returns.csv:1: no column beside date: name the firms and the market'],
    ['no rows', 'date,F1\n', 'returns.csv has a heading and no rows'],
    ['nothing', '', 'returns.csv is empty: it begins with a heading such as date,MKT,FIRM'],
    [
      'a quote that stays open',
      'date,F1\n2021-01-04,"1\n',
      'returns.csv:2: no CSV: a quote is opened and never closed',
    ],
  ])('with %s is refused', async (_what, text, message) => {
    expect(await refusal(returnsOf(text))).toBe(message);
  });

  it('that is not there, or a folder, is refused', async () => {
    expect(await refusal(readReturns(join(folder, 'none.csv')))).toBe('none.csv: there is no such file');
    expect(await refusal(readReturns(folder))).toMatch(/is a folder, not a file$/);
  });
});

describe('a file of events', () => {
  it('names events with their firms, dates and groups, and the windows that they share', async () => {
    const text = `${HEADING}\n1,F1,2021-08-02,A,-3,3,-6,100\n2,F2,2021-08-03,,-3,3,-6,100\n`;
    const { events, windows, unusedColumns } = await eventsOf(text);
    expect(events).toEqual([
      { line: 2, id: '1', firm: 'F1', day: 18_841, group: 'A' },
      { line: 3, id: '2', firm: 'F2', day: 18_842, group: null },
    ]);
    expect(windows).toEqual({ t1: -3, t2: 3, estimationEnd: -6, estimationLength: 100 });
    expect(unusedColumns).toEqual([]);
  });

  it('may have its columns in any order, no groups, and columns that a study does not use', async () => {
    const text = 'est_len,est_end,t2,t1,note,event_date,firm,event_id\n50,-2,1,-1,hello,2021-08-02,F1,x\n';
    const { events, windows, unusedColumns } = await eventsOf(text);
    expect(events).toEqual([{ line: 2, id: 'x', firm: 'F1', day: 18_841, group: null }]);
    expect(windows).toEqual({ t1: -1, t2: 1, estimationEnd: -2, estimationLength: 50 });
    expect(unusedColumns).toEqual(['note']);
  });

  it.each([
    [
      'an id twice',
      '1,F1,2021-08-02,A,-3,3,-6,100\n1,F2,2021-08-03,A,-3,3,-6,100',
      'events.csv:3: event_id: 1 stands on line 2 already',
    ],
    ['an event without a firm', '1,,2021-08-02,A,-3,3,-6,100', 'events.csv:2: firm: is empty'],
    ['half a day', '1,F1,2021-08-02,A,-3.5,3,-6,100', "events.csv:2: t1: '-3.5' is no whole number"],
    ['an empty window cell', '1,F1,2021-08-02,A,-3,3,,100', "events.csv:2: est_end: '' is no whole number"],
    [
      'a window that ends before it begins',
      '1,F1,2021-08-02,A,3,-3,-6,100',
      'events.csv:2: the event window begins (t1 3) after its end (t2 -3)',
    ],
    ['no estimation days', '1,F1,2021-08-02,A,-3,3,-6,0', 'events.csv:2: est_len: 0 days are no estimation window'],
    [
      'windows that overlap',
      '1,F1,2021-08-02,A,-3,3,-3,100',
      'events.csv:2: the estimation window (-102 to -3) overlaps the event window (-3 to 3)',
    ],
    [
      'other windows for another event',
      '1,F1,2021-08-02,A,-3,3,-6,100\n2,F1,2021-08-09,A,-5,5,-6,100',
      'events.csv:3: t1 -5, t2 5, est_end -6, est_len 100, where line 2 has t1 -3, t2 3, est_end -6, est_len 100: all events of a study share their windows; put the others in a file of their own',
    ],
    [
      'a date that does not exist',
      '1,F1,2021-08-32,A,-3,3,-6,100',
      "events.csv:2: event_date: '2021-08-32' is no date, such as 2026-02-27",
    ],
  ])('with %s is refused', async (_what, rows, message) => {
    expect(await refusal(eventsOf(`${HEADING}\n${rows}\n`))).toBe(message);
  });

  it.each([
    [
      'without a column that it needs',
      'event_id,firm,event_date,t1,t2,est_end\n',
      'events.csv:1: there is no column est_len',
    ],
    ['with a column twice', `${HEADING},firm\n`, 'events.csv:1: two columns are named firm'],
    ['without events', `${HEADING}\n`, 'events.csv has a heading and no events'],
  ])('%s is refused', async (_what, text, message) => {
    expect(await refusal(eventsOf(text))).toBe(message);
  });
});

describe('returns and events together', () => {
  const returns = 'date,SMB,MKT,F1,HML\n2021-08-02,0.1,0.2,0.3,0.4\n2021-08-04,0.5,0.6,,0.8\n';
  const events = (row: string) => `${HEADING}\n${row}\n`;
  const together = async (row: string, choice = {}, text = returns) =>
    putTogether(await returnsOf(text), await eventsOf(events(row)), choice);
  const ONE = '1,F1,2021-08-04,A,0,0,-1,1';

  it('take the columns that no event names for factors, and MKT for the market', async () => {
    expect(await together(ONE)).toMatchObject({ market: 'MKT', factors: ['SMB', 'MKT', 'HML'] });
    expect(await together(ONE, { market: 'HML', factors: ['HML', 'SMB'] })).toMatchObject({
      market: 'HML',
      factors: ['HML', 'SMB'],
    });
  });

  it('take the first free column for the market where none is MKT, and none where all are firms', async () => {
    expect(await together(ONE, {}, 'date,F1,IDX,X\n2021-08-04,1,2,3\n')).toMatchObject({ market: 'IDX' });
    expect(await together(ONE, {}, 'date,F1\n2021-08-04,1\n')).toMatchObject({ market: null, factors: [] });
  });

  it('find the row of day 0, and share a series among the events of a firm', async () => {
    const study = await together(`${ONE}\n2,F1,2021-08-02,A,0,0,-1,1`);
    const [first, second] = studyEvents(study, ['MKT']);
    expect([first?.day0, second?.day0]).toEqual([1, 0]);
    expect(first?.series).toBe(second?.series);
    expect([...(first?.series.returns ?? [])]).toEqual([0.3, Number.NaN]);
    expect(first?.series.factors.map((factor) => [...factor])).toEqual([[0.2, 0.6]]);
  });

  it('can be logarithms of the firms and of the market, not of the differences that other factors are', async () => {
    const study = await together(ONE, { logReturns: true });
    const [event] = studyEvents(study, ['MKT', 'SMB']);
    // ln 1.3, ln 1.2 and ln 1.6 by hand.
    expect(event?.series.returns[0]).toBeCloseTo(0.262364264467491, 14);
    expect(event?.series.factors[0]?.[0]).toBeCloseTo(0.1823215567939546, 14);
    expect(event?.series.factors[0]?.[1]).toBeCloseTo(0.4700036292457356, 14);
    expect([...(event?.series.factors[1] ?? [])]).toEqual([0.1, 0.5]);
  });

  it('can be from trade to trade, where empty cells mean that nobody traded', async () => {
    const text = 'date,MKT,F1\n2021-08-02,0.01,0.02\n2021-08-03,0.02,\n2021-08-04,-0.01,0.05\n';
    const study = await together(ONE, { tradeToTrade: true }, text);
    const [event] = studyEvents(study, ['MKT']);
    const [first, none, last] = [...(event?.series.returns ?? [])];
    expect([first, none, last]).toEqual([expect.closeTo(0.02, 14), Number.NaN, expect.closeTo(0.05, 14)]);
    // 1.02 x 0.99 - 1.
    expect(event?.series.factors[0]?.[2]).toBeCloseTo(0.0098, 14);
    expect([...(event?.series.spans ?? [])].filter((_, row) => row !== 1)).toEqual([1, 2]);
  });

  it('from trade to trade keep every cell as it is, also one of -100%, and are the plain ones without a gap', async () => {
    const gaps = 'date,MKT,F1\n2021-08-02,0.01,0.1\n2021-08-03,0.02,\n2021-08-04,-0.01,-1\n2021-08-05,0,0.3\n';
    const [event] = studyEvents(await together(ONE, { tradeToTrade: true }, gaps), ['MKT']);
    expect([...(event?.series.returns ?? [])]).toEqual([0.1, Number.NaN, -1, 0.3]);
    const none = gaps.replace('0.02,', '0.02,0.2');
    const [traded] = studyEvents(await together(ONE, { tradeToTrade: true }, none), ['MKT']);
    const [plain] = studyEvents(await together(ONE, {}, none), ['MKT']);
    expect(traded?.series).toStrictEqual(plain?.series);
  });

  it.each([
    ['events.csv:2: t1: day -3 is further from day 0 than the 2 rows of returns.csv', '-3,0,-6,1'],
    ['events.csv:2: t2: day 900000000 is further from day 0 than the 2 rows of returns.csv', '0,900000000,-1,1'],
    ['events.csv:2: est_end: day -6 is further from day 0 than the 2 rows of returns.csv', '0,0,-6,1'],
    [
      'events.csv:2: est_len: 9000000000000 estimation days are more than the 2 rows of returns.csv',
      '0,0,-1,9000000000000',
    ],
    ['events.csv:2: t2: the 3 days from t1 to t2 are more than the 2 rows of returns.csv', '-1,1,-2,1'],
  ])('are refused with windows that no row could fill: %s', async (message, windows) => {
    expect(await refusal(together(`1,F1,2021-08-04,A,${windows}`))).toBe(message);
  });

  it.each([
    ['an unknown firm', '1,F9,2021-08-04,A,0,0,-6,100', {}, 'events.csv:2: firm: F9 is no column of returns.csv'],
    [
      'a date between rows',
      '1,F1,2021-08-03,A,0,0,-6,100',
      {},
      'events.csv:2: event_date: 2021-08-03 is no row of returns.csv; the next is 2021-08-04',
    ],
    [
      'a date after all rows',
      '1,F1,2022-01-03,A,0,0,-6,100',
      {},
      'events.csv:2: event_date: 2022-01-03 is no row of returns.csv; its last is 2021-08-04',
    ],
    [
      'an unknown factor',
      ONE,
      { factors: ['MKT', 'MOM'] },
      'there is no column MOM in returns.csv, which has SMB, MKT, HML beside the firms',
    ],
    ['a firm for the market', ONE, { market: 'F1' }, 'F1 is a firm of the events, so it can be no factor'],
  ])('are refused with %s', async (_what, row, choice, message) => {
    expect(await refusal(together(row, choice))).toBe(message);
  });

  it('are refused as logarithms where a return is -100%', async () => {
    const study = await together(ONE, { logReturns: true }, 'date,F1,MKT\n2021-08-04,-1,0\n');
    const message = await refusal(new Promise(() => studyEvents(study, ['MKT'])));
    expect(message).toBe('returns.csv: F1 on 2021-08-04: a return of -100% or less has no logarithm');
  });
});
