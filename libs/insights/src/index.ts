/**
 * Insights: what the system found, told to others. What is due is judged by the dossier and the events that were the
 * last to go into it; an outbox takes it in the transaction of the read models; a publisher carries it to the log.
 */
export {
  type InsightEnvelope,
  insightSchema,
  insightSchemas,
  type PublishedInsight,
} from './insight/published-insight';
export { insightId } from './insight/insight-id';
export { type InsightsDue, insightsDue } from './due/insights-due';
export { insightsMigrations } from './outbox/outbox-migrations';
export { publishInsights } from './outbox/publish-insights';
export { publishedFrom, STORED_COLUMNS, type StoredInsight } from './outbox/stored-insight';
export {
  InsightsPublisher,
  type InsightsPublisherOptions,
  type InsightsPublisherState,
  type InsightsPublisherStatus,
} from './publishing/insights-publisher';
