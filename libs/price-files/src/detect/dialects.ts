import { alphaVantage } from '../alpha-vantage/alpha-vantage';
import { dataLink } from '../data-link/data-link';
import type { PriceDialect } from '../dialect';
import { lean } from '../lean/lean';
import { nasdaq } from '../nasdaq/nasdaq';
import { plain } from '../plain/plain';
import { polygon } from '../polygon/polygon';
import { stooq } from '../stooq/stooq';
import { tiingo } from '../tiingo/tiingo';
import { yahoo } from '../yahoo/yahoo';
import { yfinance } from '../yfinance/yfinance';

/** The vendors' formats. What is none of them may be plain columns. */
export const VENDORS: readonly PriceDialect[] = [
  yahoo,
  yfinance,
  stooq,
  tiingo,
  alphaVantage,
  polygon,
  nasdaq,
  dataLink,
  lean,
];

/** All formats that --format knows. */
export const priceFormats: readonly PriceDialect[] = [...VENDORS, plain];
