import { gzipSync } from 'node:zlib';
import { aFile, readAll, removeFolders } from '../test/reading';
import { aZip } from '../test/zip';

afterAll(removeFolders);

/** Small files in each vendor's own form; the figures are made up. */
describe('a file of', () => {
  test("Yahoo's old download has split-adjusted prices and fully adjusted closes", async () => {
    const text = [
      'Date,Open,High,Low,Close,Adj Close,Volume',
      '2026-02-26,208.500000,209.250000,206.000000,207.919998,207.100006,31000000',
      '2026-02-27,null,null,null,null,null,null',
      '2026-03-02,209.000000,211.500000,208.000000,210.000000,209.171997,42000000',
    ].join('\n');
    const { detection, rows, refused, notes } = await readAll(aFile('AMZN.csv', text));
    expect(detection).toMatchObject({ format: 'yahoo', symbol: 'AMZN', namesSymbols: false });
    expect(detection.bases).toEqual({
      open: 'splitAdjusted',
      high: 'splitAdjusted',
      low: 'splitAdjusted',
      close: 'splitAdjusted',
      volume: 'splitAdjusted',
      adjClose: 'fullyAdjusted',
    });
    expect(rows[0]).toEqual({
      line: 2,
      date: '2026-02-26',
      symbol: 'AMZN',
      splitAdjusted: { open: 208.5, high: 209.25, low: 206, close: 207.919998, volume: 31_000_000 },
      fullyAdjusted: { close: 207.100006 },
    });
    expect(rows).toHaveLength(2);
    expect(refused).toEqual([
      expect.objectContaining({
        line: 3,
        text: '2026-02-27,null,null,null,null,null,null',
        reason: 'It has no close.',
      }),
    ]);
    // Yahoo never wrote a last line end: that is no sign of a cut.
    expect(notes).toEqual([]);
  });

  test('yfinance with several tickers gives a row a ticker, and none where one did not trade', async () => {
    const text = [
      'Price,Close,Close,High,High,Low,Low,Open,Open,Volume,Volume',
      'Ticker,AAPL,NVDA,AAPL,NVDA,AAPL,NVDA,AAPL,NVDA,AAPL,NVDA',
      'Date,,,,,,,,,,',
      '2024-03-01,178.815673828125,82.2556762695,179.6,82.3,176.5,79.4,178.7,79.9,73488000,479135000',
      '2024-03-04,,85.2128295898,,86.1,,83.7,,84.1,,615616000',
      '',
    ].join('\r\n');
    const { detection, rows, refused } = await readAll(aFile('prices.csv', text));
    expect(detection).toMatchObject({ format: 'yfinance', symbol: null, namesSymbols: true });
    expect(detection.bases.close).toBe('fullyAdjusted');
    expect(rows.map(({ line, symbol, date }) => [line, symbol, date])).toEqual([
      [4, 'AAPL', '2024-03-01'],
      [4, 'NVDA', '2024-03-01'],
      [5, 'NVDA', '2024-03-04'],
    ]);
    expect(rows[0]?.fullyAdjusted).toEqual({
      open: 178.7,
      high: 179.6,
      low: 176.5,
      close: 178.815673828125,
      volume: 73_488_000,
    });
    expect(refused).toEqual([]);
  });

  test('yfinance with auto_adjust=False, grouped by ticker, has split-adjusted closes', async () => {
    const text = [
      'Ticker,MSFT,MSFT,MSFT,MSFT,MSFT,MSFT',
      'Price,Open,High,Low,Close,Adj Close,Volume',
      'Date,,,,,,',
      '2024-03-01,411.2,415.8,410.0,415.5,412.9,17800000',
      '',
    ].join('\n');
    const { rows } = await readAll(aFile('msft.csv', text));
    expect(rows).toEqual([
      {
        line: 4,
        date: '2024-03-01',
        symbol: 'MSFT',
        splitAdjusted: { open: 411.2, high: 415.8, low: 410, close: 415.5, volume: 17_800_000 },
        fullyAdjusted: { close: 412.9 },
      },
    ]);
  });

  test("yfinance's history carries dividends as Yahoo adjusts them, and splits", async () => {
    const text = [
      'Date,Open,High,Low,Close,Volume,Dividends,Stock Splits',
      '2022-06-03 00:00:00-04:00,124.2,124.4,121.0,122.3,97604000,0.0,0.0',
      '2022-06-06 00:00:00-04:00,125.2,128.9,123.8,124.8,135269000,0.0,20.0',
      '',
    ].join('\n');
    const { detection, rows } = await readAll(aFile('AMZN.csv', text), { basis: 'splitAdjusted' });
    expect(detection.format).toBe('yfinance');
    expect(detection.reasons.join(' ')).toContain('Stock Splits');
    expect(rows[1]).toMatchObject({ date: '2022-06-06', splitAdjusted: { close: 124.8 }, dividend: 0, split: 20 });
  });

  test('Stooq for one symbol is fully adjusted unless the caller knows better', async () => {
    const text = 'Date,Open,High,Low,Close,Volume\r\n2026-02-27,208.1,210.9,207.3,210,42000000.5\r\n';
    const path = aFile('amzn_us_d.csv', text);
    const { detection, rows } = await readAll(path);
    expect(detection).toMatchObject({ format: 'stooq', symbol: 'AMZN' });
    expect(rows[0]).toMatchObject({ symbol: 'AMZN', fullyAdjusted: { close: 210, volume: 42_000_000.5 } });
    const told = await readAll(path, { basis: 'splitAdjusted' });
    expect(told.rows[0]).toMatchObject({ splitAdjusted: { close: 210 } });
  });

  test("Stooq's bulk names its tickers, and bars of other periods are refused", async () => {
    const text = [
      '<TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>,<OPENINT>',
      'AMZN.US,D,20260227,000000,208.1,210.9,207.3,210,42000000,0',
      'BRK-B.US,5,20260227,153500,480,481,479,480.5,1000,0',
      '',
    ].join('\n');
    const { detection, rows, refused } = await readAll(aFile('amzn.us.txt', text));
    expect(detection).toMatchObject({ format: 'stooq', namesSymbols: true });
    expect(rows).toEqual([expect.objectContaining({ symbol: 'AMZN', date: '2026-02-27' })]);
    expect(refused).toEqual([expect.objectContaining({ line: 3, reason: expect.stringContaining('<PER>') })]);
  });

  test('Tiingo has raw and adjusted prices, dividends and splits', async () => {
    const text = [
      'date,close,high,low,open,volume,adjClose,adjHigh,adjLow,adjOpen,adjVolume,divCash,splitFactor',
      '2020-08-28,499.23,505.77,498.31,504.05,46907479,121.0,122.6,120.8,122.2,187629916,0.0,1.0',
      '2020-08-31T00:00:00.000Z,129.04,131.0,126.0,127.58,223505733,125.1,127.0,122.2,123.7,223505733,0.205,4.0',
      '',
    ].join('\n');
    const { detection, rows } = await readAll(aFile('aapl.csv', text));
    expect(detection).toMatchObject({ format: 'tiingo', symbol: 'AAPL' });
    expect(rows[1]).toEqual({
      line: 3,
      date: '2020-08-31',
      symbol: 'AAPL',
      raw: { open: 127.58, high: 131, low: 126, close: 129.04, volume: 223_505_733 },
      fullyAdjusted: { open: 123.7, high: 127, low: 122.2, close: 125.1, volume: 223_505_733 },
      dividend: 0.205,
      split: 4,
    });
  });

  test('Alpha Vantage, daily and adjusted, is as traded and newest first', async () => {
    const daily = 'timestamp,open,high,low,close,volume\r\n2026-02-27,208.1,210.9,207.3,210.0,42000000\r\n';
    const plain = await readAll(aFile('daily_AMZN.csv', daily));
    expect(plain.detection).toMatchObject({ format: 'alphavantage', symbol: 'AMZN' });
    expect(plain.rows[0]).toMatchObject({ raw: { close: 210 } });
    const text = [
      'timestamp,open,high,low,close,adjusted_close,volume,dividend_amount,split_coefficient',
      '2026-02-10,240,242,239,241.5,241.5,3100000,1.6800,1.0000',
      '2026-02-09,239,241,238,240.1,238.4,2900000,0.0000,1.0000',
    ].join('\r\n');
    const { detection, rows } = await readAll(aFile('daily_adjusted_IBM.csv', text));
    expect(detection.symbol).toBe('IBM');
    expect(rows[0]).toMatchObject({ date: '2026-02-10', raw: { close: 241.5 }, dividend: 1.68, split: 1 });
  });

  test('Polygon or Massive is gzip, many tickers a day, times in nanoseconds, volumes with fractions', async () => {
    const text = [
      'ticker,volume,open,close,high,low,window_start,transactions',
      'AMZN,42000000.25,208.1,210,210.9,207.3,1772168400000000000,500000',
      'NA,12,10,10.5,10.5,10,1772168400000000000,3',
      'ZZZ,12,10,10.5,10.5,10,1772222400000000000,3',
      '',
    ].join('\n');
    const { detection, rows, refused } = await readAll(aFile('2026-02-27.csv.gz', gzipSync(text)));
    expect(detection).toMatchObject({ format: 'polygon', namesSymbols: true, datedSymbols: true, symbol: null });
    // 1772168400 is 05:00 UTC of 2026-02-27: midnight in New York.
    expect(rows.map(({ symbol, date }) => [symbol, date])).toEqual([
      ['AMZN', '2026-02-27'],
      ['NA', '2026-02-27'],
    ]);
    expect(rows[0]?.raw).toEqual({ open: 208.1, high: 210.9, low: 207.3, close: 210, volume: 42_000_000.25 });
    // 20:00 UTC is no start of a day.
    expect(refused).toEqual([expect.objectContaining({ line: 4 })]);
  });

  test('Nasdaq.com has dollar signs, months first, thousands parted, newest first', async () => {
    const text = [
      'Date,Close/Last,Volume,Open,High,Low',
      '02/03/2026,$3210.00,"42,000,000",$208.10,"$1,210.90",$207.30',
      '',
    ].join('\n');
    const { detection, rows } = await readAll(aFile('HistoricalData_1772222222222.csv', text));
    expect(detection).toMatchObject({ format: 'nasdaq', symbol: null });
    expect(rows).toEqual([
      {
        line: 2,
        date: '2026-02-03',
        splitAdjusted: { open: 208.1, high: 1210.9, low: 207.3, close: 3210, volume: 42_000_000 },
      },
    ]);
  });

  test('Nasdaq Data Link, of one symbol and as a table, is raw with its adjusted columns beside', async () => {
    const one = [
      'Date,Open,High,Low,Close,Volume,Ex-Dividend,Split Ratio,Adj. Open,Adj. High,Adj. Low,Adj. Close,Adj. Volume',
      '2014-06-09,92.7,93.88,91.75,93.7,75414997.0,0.0,7.0,87.9,89.0,87.0,88.9,75414997.0',
      '',
    ].join('\n');
    const first = await readAll(aFile('WIKI-AAPL.csv', one));
    expect(first.detection).toMatchObject({ format: 'datalink', symbol: 'AAPL' });
    expect(first.rows[0]).toMatchObject({
      raw: { close: 93.7 },
      fullyAdjusted: { close: 88.9 },
      dividend: 0,
      split: 7,
    });
    const table = [
      'ticker,date,open,high,low,close,volume,dividend,split,adj_open,adj_high,adj_low,adj_close,adj_volume',
      'IBM,2026-02-10,240,242,239,241.5,3100000,1.68,1,240,242,239,241.5,3100000',
      '',
    ].join('\n');
    const second = await readAll(aFile('EOD.csv', table));
    expect(second.detection).toMatchObject({ format: 'datalink', namesSymbols: true });
    expect(second.rows[0]).toMatchObject({ symbol: 'IBM', dividend: 1.68, split: 1 });
  });

  test("Stooq's or another's zip with several files is read entry by entry", async () => {
    const bulk = (ticker: string) =>
      `<TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>,<OPENINT>\n${ticker}.US,D,20260227,000000,1,2,1,2,5,0\n`;
    const zip = aZip([
      { name: 'data/daily/us/a.us.txt', content: bulk('A') },
      { name: 'data/readme.txt', content: 'Hello' },
      { name: 'data/daily/us/b.us.txt', content: bulk('B') },
    ]);
    const path = aFile('d_us_txt.zip', zip);
    const { detection, rows, notes } = await readAll(path);
    expect(detection).toMatchObject({ format: 'stooq', file: path, namesSymbols: true });
    expect(rows.map(({ symbol }) => symbol)).toEqual(['A', 'B']);
    expect(notes).toEqual([
      expect.objectContaining({ file: `${path}!data/readme.txt`, code: 'unreadEntry', damaged: true }),
    ]);
  });
});
