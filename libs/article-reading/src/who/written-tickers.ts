import type { Place } from '../text/read-text';
import type { WrittenTicker } from './quote-links';

/** A ticker in a text, with the name before it where it stands in brackets. */
export interface TickerInText extends WrittenTicker, Place {
  readonly name?: string;
}

const IN_BRACKETS =
  /\((?:(NASDAQ|Nasdaq|NYSE|NYSE ?Arca|NYSE American|AMEX|LSE|LON|XNAS|XNYS)\s?:\s?)?([A-Z]{1,5}(?:[.-][A-Z])?)(?:[.:](?:O|OQ|N|US|L))?\)/g;
const WITH_EXCHANGE = /\b(NASDAQ|Nasdaq|NYSE):\s?([A-Z]{1,5}(?:[.-][A-Z])?)\b/g;
const CASHTAG = /(?<![\w$])\$([A-Z]{1,5}(?:\.[A-Z])?)(?![\w.]\w)/g;
/** What begins a sentence before a name. */
const BEGINNING =
  /^(?:(?:On|In|At|The|And|But|For|With|Shares|Stock|Chipmaker|Retailer|Rival|(?:Mon|Tues|Wednes|Thurs|Fri)day),? )+/;
/** Up to five words in capitals just before a bracket. */
const NAME_BEFORE = /((?:\p{Lu}[\p{L}\p{N}.&'’-]{0,29},? ){1,5})$/u;

/**
 * Tickers that a text writes: (NASDAQ: AMZN), (AMZN.O), NYSE:GE, $AMZN. Capitals in brackets alone, such as (CEO), are
 * only candidates: `sure` says whether an exchange or a dollar sign stands with them.
 */
export function tickersIn(text: string): readonly (TickerInText & { readonly sure: boolean })[] {
  const bracketed = [...text.matchAll(IN_BRACKETS)].map(({ 0: all, 1: exchange, 2: ticker = '', index }) => {
    const name = NAME_BEFORE.exec(text.slice(Math.max(0, index - 160), index))?.[1]?.trim();
    return {
      ...written(ticker, exchange),
      ...named(name),
      start: index,
      end: index + all.length,
      sure: exchange !== undefined,
    };
  });
  const exchanged = [...text.matchAll(WITH_EXCHANGE)].map(({ 0: all, 1: exchange, 2: ticker = '', index }) => ({
    ...written(ticker, exchange),
    ...{ start: index, end: index + all.length, sure: true },
  }));
  const tagged = [...text.matchAll(CASHTAG)].map(({ 0: all, 1: ticker = '', index }) => ({
    ...written(ticker, undefined),
    ...{ start: index, end: index + all.length, sure: true },
  }));
  return [...bracketed, ...exchanged, ...tagged].sort((a, b) => a.start - b.start);
}

function written(ticker: string, exchange: string | undefined): WrittenTicker {
  return { ticker, ...(exchange === undefined ? {} : { exchange: exchange.toUpperCase().replace(' ', '') }) };
}

function named(name: string | undefined): { readonly name?: string } {
  const bare = name?.replace(BEGINNING, '').replace(/,$/, '');
  return bare === undefined || bare === '' ? {} : { name: bare };
}
