/** Daily bars' write side: deliveries and revisions. */
export { MarketDataModule } from './market-data.module';
export { barsStream } from './bars/streams';
export { RecordBars, recordBarsBody, type BarBody, type RecordBarsBody } from './record-bars/record-bars.command';
export { type BarByBar, decideBarByBar, type DeliveryToDecide } from './record-bars/record-bars.decider';
export { barOn, type KnownBars, knownBarsFold } from './bars/known-bars';
export type { SplitRatio } from './bars/split-scale';
