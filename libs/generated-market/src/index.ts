/**
 * Markets made of numbers alone, the same for a seed on every machine: for trying out, for benchmarks, and for tests that
 * must know what there is to find. Nothing of it is about a real company.
 */
export { GeneratedMarketError } from './generated-market-error';
export { defaultMarket, type MarketOptions, marketSessions } from './market-options';
export { planted } from './planted';
export { clusteredShocks, type Clustering, fatTailed } from './returns/fat-tails';
export { type GeneratedInstrument, generateInstruments } from './market';
export { writeMarket, type WriteOptions, type WrittenMarket } from './write-market';
