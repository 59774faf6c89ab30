import { aFile, readAll, removeFolders } from '../../test/reading';
import { detectPriceFile } from './detect-price-file';

afterAll(removeFolders);

const BARE = 'Date,Open,High,Low,Close,Volume\n2026-02-27,208.1,210.9,207.3,210,42000000\n';

describe('a header that several vendors write', () => {
  test('is refused with its candidates and how to choose', async () => {
    await expect(detectPriceFile(aFile('prices-2026.csv', BARE))).rejects.toMatchObject({
      code: 'ambiguousFormat',
      candidates: ['yfinance', 'stooq', 'plain'],
      message: expect.stringMatching(/--format.*--basis/),
    });
  });

  test('is what the caller says', async () => {
    const path = aFile('prices.csv', BARE);
    expect((await detectPriceFile(path, { format: 'stooq' })).bases.close).toBe('fullyAdjusted');
    expect((await detectPriceFile(path, { format: 'plain' })).bases.close).toBe('unstated');
    expect(await detectPriceFile(path, { basis: 'raw' })).toMatchObject({ format: 'plain', bases: { close: 'raw' } });
  });

  test('is decided by the digits that only pandas writes', async () => {
    const path = aFile('prices.csv', BARE.replace(',210,', ',210.00000762939453,'));
    expect((await detectPriceFile(path)).format).toBe('yfinance');
  });
});

test.each([
  ['AMZN.csv', 'AMZN'],
  ['brk-b.csv', 'BRK-B'],
  ['prices-of-amazon.csv', null],
  ['data.csv', null],
])('the name %s tells the symbol %s', async (name, symbol) => {
  expect((await detectPriceFile(aFile(name, BARE), { basis: 'raw' })).symbol).toBe(symbol);
});

describe('a file in no known format', () => {
  test('is refused with its first line and with how to tell its columns', async () => {
    await expect(detectPriceFile(aFile('x.csv', 'a,b,c\n1,2,3\n'))).rejects.toMatchObject({
      code: 'unknownFormat',
      message: expect.stringMatching(/"a,b,c".*--columns/),
    });
  });

  test('is read by columns named by header or by place', async () => {
    const named = aFile('x.csv', 'when,what,paid,traded\n2026-02-27,AMZN,210,42\n');
    const byName = ['date=when', 'symbol=What', 'close=paid', 'volume=4'];
    expect((await readAll(named, { columns: byName })).rows).toEqual([
      { line: 2, date: '2026-02-27', symbol: 'AMZN', unstated: { close: 210, volume: 42 } },
    ]);
    const bare = aFile('y.csv', '2026-02-27,AMZN,210,42\n2026-03-02,AMZN,211,43\n');
    const byPlace = ['date', 'symbol', 'close', '-'];
    const { rows, detection } = await readAll(bare, { columns: byPlace, basis: 'raw' });
    expect(rows.map(({ line, raw }) => [line, raw])).toEqual([
      [1, { close: 210 }],
      [2, { close: 211 }],
    ]);
    expect(detection.reasons.join(' ')).toContain('no header');
  });

  test.each([
    [['close'], 'A column for date'],
    [['date', 'clothes'], '"clothes" is no column'],
    [['date', 'date', 'close'], 'stands twice'],
    [['date=when', 'close=gone'], 'no "gone"'],
    [['date', 'close=99'], 'column 99'],
    [['date', 'close=twice'], 'has "twice" twice, as columns 4 and 5'],
  ])('tells what is wrong with --columns %j', async (columns, detail) => {
    const path = aFile('x.csv', 'when,what,paid,twice,twice\n2026-02-27,AMZN,210,1,2\n');
    await expect(detectPriceFile(path, { columns })).rejects.toMatchObject({
      code: 'badColumns',
      message: expect.stringContaining(detail),
    });
  });

  test('cannot be declared to be of a format that it is not', async () => {
    const path = aFile('x.csv', BARE);
    await expect(detectPriceFile(path, { format: 'tiingo' })).rejects.toMatchObject({ code: 'wrongFormat' });
    await expect(detectPriceFile(path, { format: 'bloomberg' })).rejects.toMatchObject({
      code: 'unknownFormat',
      message: expect.stringContaining('Known: yahoo,'),
    });
  });
});

describe('dates', () => {
  const withDates = (...dates: string[]) =>
    aFile('d.csv', ['date,close', ...dates.map((date) => `${date},1`), ''].join('\n'));

  test('that could be read month first or day first are refused unless the caller says', async () => {
    const path = withDates('03/04/2026', '04/04/2026');
    await expect(readAll(path)).rejects.toMatchObject({
      code: 'ambiguousDates',
      message: expect.stringContaining('--dates'),
    });
    expect((await readAll(path, { dates: 'MDY' })).rows.map(({ date }) => date)).toEqual(['2026-03-04', '2026-04-04']);
    expect((await readAll(path, { dates: 'DMY' })).rows.map(({ date }) => date)).toEqual(['2026-04-03', '2026-04-04']);
  });

  test('are settled by one row that allows only one order', async () => {
    const { rows } = await readAll(withDates('03/04/2026', '13/04/2026'));
    expect(rows.map(({ date }) => date)).toEqual(['2026-04-03', '2026-04-13']);
  });

  test('of both orders in one file are refused', async () => {
    await expect(readAll(withDates('13/04/2026', '04/13/2026'))).rejects.toMatchObject({ code: 'mixedDates' });
  });

  test('that do not fit the rest are refused row by row', async () => {
    const { rows, refused } = await readAll(
      withDates('2026-03-04', '2026-03-05', '03/06/2026', '2026-02-30', '26-03-09'),
    );
    expect(rows).toHaveLength(2);
    expect(refused.map(({ line }) => line)).toEqual([4, 5, 6]);
    expect(refused[0]?.reason).toContain('is not YYYY-MM-DD');
  });

  test.each([
    ['20260227', '20260228'],
    ['2026/02/27', '2026/2/28'],
    ['27-Feb-2026', '28 February 2026'],
    ['Feb 27, 2026', 'Feb. 28, 2026'],
    ['1772168400', '1772254800'],
    ['1772168400000', '1772254800000'],
  ])('are read as %s', async (first, second) => {
    const text = `date;close\n${first};1\n${second};1\n`;
    const { rows } = await readAll(aFile('d.csv', text));
    expect(rows.map(({ date }) => date)).toEqual(['2026-02-27', '2026-02-28']);
  });
});

describe('numbers', () => {
  test('have decimal commas where semicolons part the fields', async () => {
    const text = 'Date;Close;Volume\n27.02.2026;1.210,50;42.000.000\n28.02.2026;210,5;42\n';
    const { rows, detection } = await readAll(aFile('d.csv', text));
    expect(detection.reasons.join(' ')).toContain('semicolons');
    expect(rows[0]).toMatchObject({ unstated: { close: 1210.5, volume: 42_000_000 } });
    expect(rows[1]).toMatchObject({ unstated: { close: 210.5, volume: 42 } });
  });

  test('with decimal commas within quotes and commas between fields are refused', async () => {
    const text = 'Date,Close\n2026-02-27,"210,50"\n';
    await expect(readAll(aFile('d.csv', text))).rejects.toMatchObject({ code: 'ambiguousDecimals' });
  });

  test('whose commas may part thousands or fractions are refused', async () => {
    const text = 'Date;Close\n2026-02-27;210,500\n';
    await expect(readAll(aFile('d.csv', text))).rejects.toMatchObject({ code: 'ambiguousDecimals' });
  });
});
