/** What people call files of prices; as tickers they would be guesses. */
const WORDS = new Set(
  'DATA BARS DAILY PRICE QUOTE TABLE HIST EOD OHLC OHLCV OUT TEST FILE STOCK TAPE BULK TICKS US USA ALL'.split(' '),
);

/** A ticker that a file is named after, as AMZN.csv or brk-b.csv; longer words are no tickers. */
export function symbolOfName(name: string, pattern = /^([a-z]{1,5}(?:[.-][a-z]{1,2})?)\.(?:csv|txt)$/i): string | null {
  const symbol = pattern.exec(name)?.[1]?.toUpperCase();
  return symbol === undefined || WORDS.has(symbol) ? null : symbol;
}
