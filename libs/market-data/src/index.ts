/** Daily bars' write side: deliveries and revisions. */
export { MarketDataModule } from './market-data.module';
export { barsStream } from './bars/streams';
export { RecordBars, recordBarsBody, type BarBody, type RecordBarsBody } from './record-bars/record-bars.command';
