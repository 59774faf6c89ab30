import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { withScopes } from '@streakline/api-keys';
import {
  type HealthCheck,
  healthModule,
  type Log,
  logModule,
  measureRequests,
  type Metrics,
  requestLogger,
  serveMetrics,
} from '@streakline/observability';
import { configureWebApp, openApiDocument, serveDocs } from '@streakline/web-api';
import type { Application, RequestHandler } from 'express';
import { Logger } from 'nestjs-pino';
import type { Access } from './access';

@Module({})
class ServiceModule {}

export interface AppOptions {
  /** What the process answers beside health and metrics. */
  readonly imports: readonly (DynamicModule | (new () => object))[];
  /** Looked at with each question: the list may change. */
  readonly checks: readonly HealthCheck[];
  readonly metrics: Metrics;
  readonly log: Log;
  /** Whom it answers. */
  readonly access: Access;
  /** Answers what it has pages at, and leaves the rest to the API. */
  readonly pages?: RequestHandler;
}

/** A web application with /health, /metrics and /docs, initialised; whoever made it gives it requests. */
export async function makeApp(options: AppOptions): Promise<NestExpressApplication> {
  const { checks, metrics, log, access } = options;
  const module = {
    module: ServiceModule,
    imports: [logModule(log), healthModule(checks, log), ...options.imports],
  };
  const app = await NestFactory.create<NestExpressApplication>(module, {
    bodyParser: false,
    abortOnError: false,
    // Nest tells of each of its modules and routes as it starts; its own logger would do so on standard output.
    logger: false,
  });
  // First of all, so that refusals are measured too.
  app.use(measureRequests(metrics));
  configureWebApp(app, requestLogger(log), access);
  if (options.pages !== undefined) app.use(options.pages);
  (app.getHttpAdapter().getInstance() as Application).get('/metrics', serveMetrics(metrics));
  serveDocs(app, withScopes(openApiDocument(app)));
  await app.init();
  app.useLogger(app.get(Logger));
  return app;
}
