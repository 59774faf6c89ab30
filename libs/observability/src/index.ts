/** What operators look at: structured logs, health and metrics. */
export { createLog, logLevels, type Log, type LogLevel } from './logs/create-log';
export { logModule } from './logs/log-module';
export { requestLogger } from './logs/request-logger';
export { healthModule } from './health/health-module';
export type { CheckResult, HealthCheck } from './health/health-check';
export { databaseCheck } from './health/database-check';
export { metricCatalogue, type MetricDefinition, type MetricName } from './metrics/catalogue';
export { type Labels, Metrics } from './metrics/metrics';
export { measureRequests, serveMetrics } from './metrics/http-metrics';
export {
  measureChecks,
  measurePool,
  measureProjection,
  measureStudies,
  type ProjectionFigures,
  type StudyFigures,
} from './metrics/part-metrics';
