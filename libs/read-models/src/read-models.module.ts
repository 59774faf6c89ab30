import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AnnouncementReactionsController } from './announcement-reactions/announcement-reactions.route';
import { GetReactionDaysHandler } from './announcement-reactions/get-reaction-days.handler';
import { ListReactionsHandler } from './announcement-reactions/list-reactions.handler';
import { AnnouncementsController } from './announcements/announcements.route';
import { GetAnnouncementHandler } from './announcements/get-announcement.handler';
import { ListAnnouncementEventsHandler } from './announcements/list-announcement-events.handler';
import { ListAnnouncementsHandler } from './announcements/list-announcements.handler';
import { ArticlesController } from './articles/articles.route';
import { GetArticleHandler } from './articles/get-article.handler';
import { ListArticlesHandler } from './articles/list-articles.handler';
import { BarsController } from './bars/bars.route';
import { ListBarsHandler } from './bars/list-bars.handler';
import { ClaimsController } from './claims/claims.route';
import { ListClaimsHandler } from './claims/list-claims.handler';
import { dossiersProjection } from './dossiers-projection';
import { InsightsController } from './insights/insights.route';
import { ListInsightsHandler } from './insights/list-insights.handler';
import { GetInstrumentHandler } from './instruments/get-instrument.handler';
import { InstrumentsController } from './instruments/instruments.route';
import { ListInstrumentsHandler } from './instruments/list-instruments.handler';
import { ListMarketCapsHandler } from './market-caps/list-market-caps.handler';
import { MarketCapsController } from './market-caps/market-caps.route';
import { ListStreaksHandler } from './price-streaks/list-streaks.handler';
import { PriceStreaksController } from './price-streaks/price-streaks.route';
import { ListObservationsHandler } from './observations/list-observations.handler';
import { ObservationsController } from './observations/observations.route';
import { ListProjectionsHandler, SERVED_PROJECTION } from './projections/list-projections.handler';
import { ProjectionsController } from './projections/projections.route';
import { ListRecentReactionsHandler } from './announcement-reactions/list-recent-reactions.handler';
import { RecentReactionsController } from './announcement-reactions/recent-reactions.route';
import { GetStreakStatisticsHandler } from './streak-statistics/get-streak-statistics.handler';
import { StreakCountsAt } from './streak-statistics/streak-counts-at';
import { StreakStatisticsController } from './streak-statistics/streak-statistics.route';
import { ListStreaksInForceHandler } from './price-streaks/list-streaks-in-force.handler';
import { StreaksInForceController } from './price-streaks/streaks-in-force.route';
import { TapeDigests } from './tape-digests';
import { Tapes } from './tapes';
import { GetTimelineHandler } from './timelines/get-timeline.handler';
import { TimelinesController } from './timelines/timelines.route';

/** Every room with its routes and query handlers. Needs DATABASE, EVENT_STORE and ReadSide from a global module; a Projector too, if the process runs one. */
@Module({
  imports: [CqrsModule],
  controllers: [
    InstrumentsController,
    BarsController,
    PriceStreaksController,
    StreakStatisticsController,
    MarketCapsController,
    TimelinesController,
    ObservationsController,
    AnnouncementsController,
    AnnouncementReactionsController,
    RecentReactionsController,
    StreaksInForceController,
    InsightsController,
    ArticlesController,
    ClaimsController,
    ProjectionsController,
  ],
  providers: [
    Tapes,
    TapeDigests,
    StreakCountsAt,
    { provide: SERVED_PROJECTION, useValue: dossiersProjection },
    ListInstrumentsHandler,
    GetInstrumentHandler,
    ListBarsHandler,
    ListStreaksHandler,
    GetStreakStatisticsHandler,
    ListMarketCapsHandler,
    GetTimelineHandler,
    ListObservationsHandler,
    ListAnnouncementsHandler,
    GetAnnouncementHandler,
    ListAnnouncementEventsHandler,
    ListReactionsHandler,
    ListRecentReactionsHandler,
    ListStreaksInForceHandler,
    GetReactionDaysHandler,
    ListInsightsHandler,
    ListArticlesHandler,
    GetArticleHandler,
    ListClaimsHandler,
    ListProjectionsHandler,
  ],
})
export class ReadModelsModule {}
