/**
 * Event studies: what a return was beyond what the market explains. Pure numbers in typed arrays, no framework.
 *
 * Returns are fractions, a row a day, both sides in the same order; NaN is "no return that day", and such a row is left
 * out on both sides.
 */
export { estimateMarketModel, MIN_OBSERVATIONS, type MarketModel } from './market-model/market-model';
export { abnormalReturnOn, cumulativeAbnormalReturn, type AbnormalReturn } from './market-model/abnormal-return';
