import { insightsMigrations, publishInsights } from '@streakline/insights';
import { type Projection, projectionsMigrations } from '@streakline/projections';
import { announcementFold } from './announcement-fold';
import { reactionsTable } from './announcement-reactions/announcement-reactions.rows';
import { articleFold } from './article-fold';
import { articleEventsTable, articlesTable } from './articles-table';
import { announcementEventsTable, announcementsTable } from './announcements/announcements.rows';
import { factsTable } from './facts-table';
import { firstFactsTable } from './first-facts/first-facts.rows';
import { insightsOfChanged } from './insights-of-changed';
import { instrumentFold } from './instrument-fold';
import { instrumentsTable } from './instruments/instruments.rows';
import { marketCapsTable } from './market-caps/market-caps.rows';
import { priceStreaksTable } from './price-streaks/price-streaks.rows';
import { streakCountsTable } from './streak-statistics/streak-counts.rows';
import { symbolHoldersTable } from './symbol-holders-table';
import { symbolsTable } from './symbols-table';
import { timelineTable } from './timelines/timelines.rows';

/**
 * The one projection that answers: facts at rest and every read model, in one schema, so that all of an answer rests on
 * one position. Raise `definition` whenever the same events give other rows, wherever the change was made.
 */
export const dossiersProjection: Projection = {
  name: 'dossiers',
  definition: 5,
  tables: [
    factsTable,
    instrumentsTable,
    symbolsTable,
    symbolHoldersTable,
    firstFactsTable,
    priceStreaksTable,
    streakCountsTable,
    marketCapsTable,
    reactionsTable,
    timelineTable,
    announcementsTable,
    announcementEventsTable,
    articlesTable,
    articleEventsTable,
  ],
  folds: [instrumentFold, announcementFold, articleFold],
  publish: (client, changed) => publishInsights(client, insightsOfChanged(changed)),
};

/** Of all tables that the projection and its readers need, apart from its own, which the engine makes. */
export const readModelsMigrations = [...projectionsMigrations, ...insightsMigrations];
