/** What operators look at: structured logs and health. */
export { createLog, logLevels, type Log, type LogLevel } from './logs/create-log';
export { logModule } from './logs/log-module';
export { requestLogger } from './logs/request-logger';
export { healthModule } from './health/health-module';
export type { CheckResult, HealthCheck } from './health/health-check';
export { databaseCheck } from './health/database-check';
