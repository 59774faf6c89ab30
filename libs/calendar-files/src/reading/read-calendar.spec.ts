import type { CalendarRow, RawRow, RefusedCalendarRow } from '../calendar-row';
import { establishCalendar, type EstablishOptions } from './establish-calendar';
import { readCalendar } from './read-calendar';

/** Rows of a text without quotes, as a reader of delimited files gives them. */
function rowsOf(text: string, delimiter = ','): () => AsyncIterable<RawRow> {
  const rows = text
    .trim()
    .split('\n')
    .map((line, index) => ({ line: index + 1, fields: line.trim().split(delimiter) }));
  return async function* () {
    yield* rows;
  };
}

async function read(text: string, options: EstablishOptions = {}, delimiter = ',') {
  const open = rowsOf(text, delimiter);
  const layout = await establishCalendar(open, options);
  const items: (CalendarRow | RefusedCalendarRow)[] = [];
  for await (const item of readCalendar(open, layout)) items.push(item);
  return { layout, items };
}

const nothing = { actual: null, estimate: null, prior: null };

describe('calendars of vendors', () => {
  it('reads Alpha Vantage, which says when the quarter ends and not which it is', async () => {
    const { items } = await read(`
      symbol,name,reportDate,fiscalDateEnding,estimate,currency,timeOfTheDay
      AMZN,Amazon.com Inc,2026-02-05,2025-12-31,1.97,USD,post-market`);
    expect(items).toEqual([
      {
        kind: 'row',
        line: 2,
        text: 'AMZN,Amazon.com Inc,2026-02-05,2025-12-31,1.97,USD,post-market',
        symbol: 'AMZN',
        exchange: null,
        company: 'Amazon.com Inc',
        when: { on: '2026-02-05' },
        timing: 'afterClose',
        announcementKind: null,
        period: null,
        fiscalEnd: '2025-12-31',
        currency: 'USD',
        basis: null,
        eps: { ...nothing, estimate: 1.97 },
        revenue: nothing,
      },
    ]);
  });

  it('reads Finnhub, with quarter, hour and revenue', async () => {
    const { items } = await read(`
      date,epsActual,epsEstimate,hour,quarter,revenueActual,revenueEstimate,symbol,year
      2026-02-05,1.95,1.97,amc,4,213386000000,211330000000,AMZN,2025`);
    expect(items[0]).toMatchObject({
      symbol: 'AMZN',
      timing: 'afterClose',
      period: '2025-Q4',
      eps: { actual: 1.95, estimate: 1.97 },
      revenue: { actual: 213_386_000_000, estimate: 211_330_000_000 },
    });
  });

  it('reads yfinance: one ticker, a clock time with its offset, and a surprise that is none of the figures', async () => {
    const { items, layout } = await read(`
      Earnings Date,EPS Estimate,Reported EPS,Surprise(%)
      2026-02-05 16:00:00-05:00,1.97,1.95,-1.02`);
    expect(layout.ignored).toEqual(['Surprise(%)']);
    expect(items[0]).toMatchObject({
      symbol: null,
      when: { at: Date.parse('2026-02-05T21:00:00Z') },
      eps: { actual: 1.95, estimate: 1.97 },
    });
  });

  it('reads the calendar page of Yahoo, whose event names the quarter', async () => {
    const { items } = await read(
      `Symbol;Company;Event Name;Earnings Call Time;EPS Estimate;Reported EPS;Surprise (%);Date
       AMZN;Amazon.com, Inc.;Q4 2025 Earnings Announcement;AMC;1.97;1.95;-1.02;2026-02-05`,
      {},
      ';',
    );
    expect(items[0]).toMatchObject({ company: 'Amazon.com, Inc.', period: '2025-Q4', timing: 'afterClose' });
  });

  it("reads Nasdaq's list of one day, and takes the date of last year's report for none", async () => {
    const { items } = await read(
      `lastYearRptDt;lastYearEPS;time;symbol;name;marketCap;fiscalQuarterEnding;epsForecast;noOfEsts
       2/06/2025;$1.86;time-after-hours;AMZN;Amazon.com, Inc.;$2,384,000,000,000;Dec/2025;$1.97;18`,
      { on: '2026-02-05' },
      ';',
    );
    expect(items[0]).toMatchObject({
      symbol: 'AMZN',
      when: { on: '2026-02-05' },
      fiscalEnd: '2025-12',
      eps: { actual: null, estimate: 1.97, prior: 1.86 },
    });
  });

  it('reads EODHD, where a plain date beside the date of the report is the end of the period', async () => {
    const { items } = await read(`
      Code,Report_Date,Date,Before_After_Market,Currency,Actual,Estimate,Difference,Percent
      AMZN.US,2026-02-05,2025-12-31,AfterMarket,USD,1.95,1.97,-0.02,-1.0152`);
    expect(items[0]).toMatchObject({ symbol: 'AMZN.US', when: { on: '2026-02-05' }, fiscalEnd: '2025-12-31' });
  });

  it('reads Benzinga: clocks of a zone that is told, and which kind of earnings it is', async () => {
    const text = `
      date,time,ticker,exchange,eps,eps_est,eps_prior,eps_type,revenue,revenue_est,period,period_year,currency
      2026-02-05,16:01:00,AMZN,NASDAQ,1.95,1.97,1.86,GAAP,213386000000,211330000000,Q4,2025,USD`;
    const { items } = await read(text, { zone: 'America/New_York' });
    expect(items[0]).toMatchObject({
      exchange: 'NASDAQ',
      when: { at: Date.parse('2026-02-05T21:01:00Z') },
      period: '2025-Q4',
      basis: 'gaap',
      eps: { actual: 1.95, estimate: 1.97, prior: 1.86 },
    });
  });

  it('takes the zone of a heading for its clocks', async () => {
    const { items } = await read(`
      Symbol,Date,Time (ET)
      AMZN,2026-02-05,4:01 PM`);
    expect(items[0]).toMatchObject({ when: { at: Date.parse('2026-02-05T21:01:00Z') } });
  });

  it('reads columns that are told by place, with or without a heading', async () => {
    const columns = ['symbol', '-', 'date', 'time'];
    const { items } = await read('AMZN,x,2026-02-05,AMC\nMSFT,x,2026-01-28,AMC', { columns });
    expect(items).toMatchObject([{ symbol: 'AMZN' }, { symbol: 'MSFT' }]);
    const headed = await read('Stock,?,Day,Part\nAMZN,x,2026-02-05,AMC', { columns });
    expect(headed.items).toMatchObject([{ symbol: 'AMZN', line: 2 }]);
  });

  it('reads columns that are told by their headings, beside those that are known', async () => {
    const { items } = await read('Wertpapier,Symbol,Wann,eps\nx,AMZN,2026-02-05,1.95', {
      columns: ['date=Wann'],
    });
    expect(items[0]).toMatchObject({ symbol: 'AMZN', eps: { actual: 1.95 } });
  });
});

describe('a calendar that cannot be trusted', () => {
  const failing = (text: string, options: EstablishOptions = {}) => expect(read(text, options)).rejects;

  it('is refused where it holds nothing, or a heading alone', async () => {
    await expect(establishCalendar(rowsOf('symbol,date'))).rejects.toMatchObject({ code: 'empty' });
    const none: () => AsyncIterable<RawRow> = async function* () {
      yield* [];
    };
    await expect(establishCalendar(none)).rejects.toMatchObject({ code: 'empty' });
  });

  it('is refused where it goes on for ever, whether its rows can be read or not', async () => {
    const endless: () => AsyncIterable<RawRow> = async function* () {
      for (let line = 1; ; line += 1) yield { line, text: '"', reason: 'a quote is never closed' };
    };
    await expect(establishCalendar(endless)).rejects.toMatchObject({ code: 'tooManyRows' });
  });

  it('is refused where no column is known to hold dates, with what to do', async () => {
    await failing('a,b,c\n1,2,3').toMatchObject({
      code: 'noHeading',
      message: expect.stringContaining('--columns'),
    });
  });

  it('is refused where two columns claim to be one', async () => {
    await failing('symbol,date,EPS Estimate,Consensus EPS\nA,2026-02-05,1,2').toMatchObject({
      code: 'columnTwice',
      message: expect.stringContaining('"Consensus EPS"'),
    });
  });

  it('is refused where a column is told that is not there', async () => {
    await failing('symbol,date\nA,2026-02-05', { columns: ['time=When'] }).toMatchObject({ code: 'unknownColumn' });
    await failing('symbol,date\nA,2026-02-05', { columns: ['symbol', 'day'] }).toMatchObject({ code: 'unknownColumn' });
  });

  it('is refused where day and month cannot be told apart, and taken where they are told', async () => {
    const text = 'symbol,date\nA,2/5/2026\nB,3/6/2026';
    await failing(text).toMatchObject({ code: 'datesAmbiguous', message: expect.stringContaining('--dates') });
    const { items } = await read(text, { dates: 'MDY' });
    expect(items).toMatchObject([{ when: { on: '2026-02-05' } }, { when: { on: '2026-03-06' } }]);
  });

  it('settles the order of day and month by the one date that tells', async () => {
    const { items, layout } = await read('symbol,date\nA,2/5/2026\nB,1/29/2026');
    expect(layout.dates).toBe('MDY');
    expect(items).toMatchObject([{ when: { on: '2026-02-05' } }, { when: { on: '2026-01-29' } }]);
  });

  it('is refused where dates are of both orders, and loses only those of the other one where it is told', async () => {
    const text = 'symbol,date\nA,1/29/2026\nB,29/1/2026';
    await failing(text).toMatchObject({ code: 'datesMixed', message: expect.stringContaining('line 3') });
    const { items } = await read(text, { dates: 'MDY' });
    expect(items).toMatchObject([{ kind: 'row' }, { kind: 'refused', line: 3, code: 'noDate' }]);
  });

  it('loses single rows, each with its line and reason', async () => {
    const { items } = await read(`
      symbol,date,time,eps
      A,2026-02-05,amc,1.5
      B,2026-02-30,amc,1.5
      C,2026-02-05,teatime,1.5
      D,2026-02-05,amc,one
      E,2026-02-05
      F,2026-02-05,amc,1.5`);
    expect(items).toMatchObject([
      { kind: 'row', symbol: 'A' },
      { kind: 'refused', line: 3, code: 'noDate', text: 'B,2026-02-30,amc,1.5' },
      { kind: 'refused', line: 4, code: 'timeUnreadable' },
      { kind: 'refused', line: 5, code: 'noFigure' },
      { kind: 'refused', line: 6, code: 'tooShort' },
      { kind: 'row', symbol: 'F' },
    ]);
  });

  it('passes over long texts in columns that it does not read, and refuses one where it reads', async () => {
    const long = 'x'.repeat(5_000);
    const { items } = await read(`symbol,date,remark\nA,2026-02-05,${long}\n${long},2026-02-05,`);
    expect(items).toMatchObject([{ kind: 'row' }, { kind: 'refused', code: 'cellTooLong' }]);
    expect(items.every(({ text }) => text.length <= 203)).toBe(true);
  });

  it('reads decimal commas where all of its figures have them, and refuses a stray one', async () => {
    const { items } = await read('symbol;date;eps\nA;2026-02-05;1,95\nB;2026-02-05;0,5', {}, ';');
    expect(items).toMatchObject([{ eps: { actual: 1.95 } }, { eps: { actual: 0.5 } }]);
    const mixed = await read('symbol;date;eps\nA;2026-02-05;1,95\nB;2026-02-05;0.5', {}, ';');
    expect(mixed.items).toMatchObject([
      { kind: 'refused', code: 'noFigure', reason: expect.stringContaining('decimal points') },
      { kind: 'row' },
    ]);
  });

  it('passes on what was no record', async () => {
    const open: () => AsyncIterable<RawRow> = async function* () {
      yield { line: 1, fields: ['symbol', 'date'] };
      yield { line: 2, text: 'A,"2026', reason: 'a quote is never closed' };
      yield { line: 3, fields: ['B', '2026-02-05'] };
    };
    const items = [];
    for await (const item of readCalendar(open, await establishCalendar(open))) items.push(item);
    expect(items).toMatchObject([
      { kind: 'refused', line: 2, reason: 'a quote is never closed' },
      { kind: 'row', symbol: 'B' },
    ]);
  });
});
