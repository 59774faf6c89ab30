import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { RecordBarsHandler } from './record-bars/record-bars.handler';
import { RecordBarsRoute } from './record-bars/record-bars.route';

/** The write side of bars. Needs EVENT_STORE, provided globally. */
@Module({ imports: [CqrsModule], controllers: [RecordBarsRoute], providers: [RecordBarsHandler] })
export class MarketDataModule {}
