/** A ticker as an address or a text writes it; `exchange` as it writes that, in capitals. */
export interface WrittenTicker {
  readonly ticker: string;
  readonly exchange?: string;
}

/** Behind these parts of a path stands a ticker, whoever the host is. */
const ANYWHERE = new Set(['quote', 'quotes', 'symbol', 'symbols']);
/** Behind these only at hosts that keep pages of quotes there: elsewhere they are sections of the news. */
const AT_HOSTS: Readonly<Record<string, readonly string[]>> = {
  'nasdaq.com': ['stocks', 'etf'],
  'marketwatch.com': ['stock', 'fund'],
  'morningstar.com': ['stocks'],
  'stockanalysis.com': ['stocks'],
  'barrons.com': ['stocks'],
  'reuters.com': ['companies'],
  'robinhood.com': ['stocks'],
  'zacks.com': ['stock'],
};
const IN_QUERY = ['s', 'symbol', 'symb', 't', 'ticker'];
const EXCHANGES = /^(?:nasdaq|nyse|nysearca|amex|xnas|xnys|arcx|xase|lse|lon|xlon)$/i;
const TICKER = /^[A-Za-z][A-Za-z0-9]{0,5}(?:[.-][A-Za-z]{1,2})?$/;

/**
 * The ticker whose page an address leads to: .../quotes/AMZN/, finance.yahoo.com/quote/AMZN,
 * google.com/finance/quote/AMZN:NASDAQ, tradingview.com/symbols/NASDAQ-AMZN/. Null: it leads somewhere else.
 */
export function quoteLink(href: string): WrittenTicker | null {
  const address = href.startsWith('//') ? `https:${href}` : href;
  if (address.length > 500 || !URL.canParse(address)) return null;
  const url = new URL(address);
  const host = url.hostname.replace(/^(?:www|finance|m|investor|live|money)\./, '');
  const parts = url.pathname.split('/').filter((part) => part !== '');
  const own = AT_HOSTS[host] ?? [];
  const at = parts.findIndex((part) => ANYWHERE.has(part.toLowerCase()) || own.includes(part.toLowerCase()));
  if (at < 0) return host === 'finviz.com' || host === 'yahoo.com' ? fromQuery(url) : null;
  const next = parts[at + 1] ?? '';
  const written = EXCHANGES.test(next) ? tickerOf(`${next}:${parts[at + 2] ?? ''}`) : tickerOf(next);
  return written ?? (parts.length === at + 1 ? fromQuery(url) : null);
}

function fromQuery(url: URL): WrittenTicker | null {
  const value = IN_QUERY.map((name) => url.searchParams.get(name)).find((each) => each !== null);
  return value === undefined || value === null ? null : tickerOf(value);
}

/** AMZN, AMZN:NASDAQ, NASDAQ:AMZN, NASDAQ-AMZN, AMZN:US, AMZN.OQ. */
function tickerOf(written: string): WrittenTicker | null {
  const dashed = /^(NASDAQ|NYSE|AMEX|LSE)-(.+)$/i.exec(written);
  const [left = '', right = ''] = dashed ? [dashed[1] ?? '', dashed[2] ?? ''] : decoded(written).split(':');
  const [ticker, exchange] = EXCHANGES.test(left) ? [right, left] : [left, right];
  const bare = ticker.replace(/\.(?:OQ|O|N|K)$/, '');
  if (!TICKER.test(bare)) return null;
  return { ticker: bare.toUpperCase(), ...(exchange === '' ? {} : { exchange: exchange.toUpperCase() }) };
}

function decoded(written: string): string {
  return written.replace(/%3a/gi, ':');
}
