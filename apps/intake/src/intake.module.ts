import { Module } from '@nestjs/common';
import { AnnouncementsModule } from '@streakline/announcements';
import { ArticlesModule } from '@streakline/articles';
import { InstrumentsModule } from '@streakline/instruments';
import { MarketDataModule } from '@streakline/market-data';

/** Everything that can be told: the write side. Needs EVENT_STORE, provided globally by the process. */
@Module({ imports: [InstrumentsModule, AnnouncementsModule, MarketDataModule, ArticlesModule] })
export class IntakeModule {}
