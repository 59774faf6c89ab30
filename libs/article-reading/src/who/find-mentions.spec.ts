import { idOf } from '@streakline/events';
import type { KnownInstrument } from '../claims/claim-context';
import { readTextOf } from '../text/read-text';
import { findMentions } from './find-mentions';

const known = (ticker: string, name: string, mic = 'XNAS'): KnownInstrument => ({
  instrumentId: idOf('ins', [ticker]),
  names: [name],
  tickers: [ticker],
  mic,
  currency: 'USD',
});
const instruments = [
  known('AMZN', 'Amazon.com, Inc.'),
  known('TGT', 'Target Corporation', 'XNYS'),
  known('AAL', 'American Airlines Group Inc.'),
  known('GOOGL', 'Alphabet Inc. Class A'),
  known('GOOG', 'Alphabet Inc. Class C'),
  known('BRK.B', 'Berkshire Hathaway Inc.', 'XNYS'),
  known('CEO', 'Ceon Optics Inc.', 'XNYS'),
  known('ALL', 'The Allstate Corporation', 'XNYS'),
];
const tickerOf = new Map(instruments.map(({ instrumentId, tickers }) => [instrumentId, tickers[0]]));

/** "AMZN by name as Amazon"; nobody on record: "- ...". */
const mentions = (text: string, href?: string) => {
  const links = href === undefined ? [] : [{ start: 0, end: text.indexOf(' '), href }];
  return findMentions(readTextOf(['A heading', { text, links }]), instruments).map(
    ({ name, instrumentId, by }) => `${(instrumentId && tickerOf.get(instrumentId)) ?? '-'} by ${by} as ${name}`,
  );
};

describe('whom an article means', () => {
  it.each([
    ['https://www.cnbc.com/quotes/AMZN/', 'AMZN'],
    ['https://finance.yahoo.com/quote/AMZN?p=AMZN', 'AMZN'],
    ['https://www.google.com/finance/quote/AMZN:NASDAQ', 'AMZN'],
    ['https://www.nasdaq.com/market-activity/stocks/amzn', 'AMZN'],
    ['https://www.marketwatch.com/investing/stock/amzn', 'AMZN'],
    ['https://www.reuters.com/companies/AMZN.OQ', 'AMZN'],
    ['https://www.tradingview.com/symbols/NASDAQ-AMZN/', 'AMZN'],
    ['https://www.morningstar.com/stocks/xnas/amzn/quote', 'AMZN'],
    ['https://finance.yahoo.com/quote/BRK-B/', 'BRK.B'],
    ['https://finviz.com/quote.ashx?t=TGT', 'TGT'],
  ])('is told by a link to a page of quotes: %s', (href, ticker) => {
    expect(mentions('They fell.', href)).toEqual([`${ticker} by quoteLink as They`]);
  });

  it.each([
    'https://news.example/stocks/amzn-falls',
    'https://news.example/2026/quotes',
    '/quotes/AMZN',
    'mailto:x@y.example',
  ])('is not told by a link to anything else: %s', (href) => {
    expect(mentions('They fell.', href)).toEqual([]);
  });

  it.each([
    ['Shares (NASDAQ: AMZN) fell.', 'AMZN by ticker as Shares'],
    ['The retailer (AMZN.O) fell.', 'AMZN by ticker as AMZN.O'],
    ['The stock, $AMZN, fell.', 'AMZN by ticker as AMZN'],
    ['It trades as NYSE:TGT.', 'TGT by ticker as TGT'],
    ['On Friday Amazon fell.', 'AMZN by name as Amazon'],
    ['Amazon.com, Inc. fell.', 'AMZN by name as Amazon.com, Inc.'],
    ['Yesterday Target fell.', 'TGT by name as Target'],
    ['Target Corporation fell.', 'TGT by name as Target Corporation'],
    ['Target shares fell.', 'TGT by name as Target'],
    ['Target fell 3%.', 'TGT by name as Target'],
    ['Amazon lost 3%.', 'AMZN by name as Amazon'],
    ['American Airlines fell.', 'AAL by name as American Airlines'],
    ['Allstate fell.', 'ALL by name as Allstate'],
  ])('is told by tickers and names: %s', (text, mention) => {
    expect(mentions(text)).toEqual([mention]);
  });

  it.each([
    'Target prices rose.',
    'ALL of them fell.',
    'Its (CFO) left.',
    'The Amazon rises in spring.',
    'An Amazon-backed plan failed.',
    'amazon fell.',
    'Amazonia fell.',
    'It pays $5 a share.',
  ])('is not told by words that only look like it: %s', (text) => {
    expect(mentions(text)).toEqual([]);
  });

  it('is one class of a company by its ticker, else the first on record', () => {
    expect(mentions('On Friday Alphabet rose.')).toEqual(['GOOGL by name as Alphabet']);
    expect(mentions('On Friday Alphabet (NASDAQ: GOOG) rose.')).toEqual(['GOOG by ticker as Alphabet']);
  });

  it('may be a private company, or one that is not on record: never somebody who is', () => {
    expect(mentions('On Friday Amazon signed a deal with OpenAI. A rival, Zyntrix, did not.')).toEqual([
      'AMZN by name as Amazon',
      '- by name as OpenAI',
      '- by name as Zyntrix',
    ]);
    expect(mentions('SoftBank rose.', 'https://www.cnbc.com/quotes/SOBKY/')).toEqual(['- by quoteLink as SoftBank']);
  });

  it('leads with whom its sender asked for', () => {
    const asked = instruments.slice(1, 2).map(({ instrumentId }) => instrumentId);
    const [first] = findMentions(readTextOf(['On Friday Amazon fell.']), instruments, asked);
    expect(first).toMatchObject({ by: 'asked', name: 'Target Corporation' });
  });
});
