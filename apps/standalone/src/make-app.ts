import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { requestLogger, type Log } from '@streakline/observability';
import { configureWebApp, openApiDocument, serveDocs } from '@streakline/web-api';
import { Logger } from 'nestjs-pino';
import type { Core } from './core';
import { standaloneModule } from './standalone.module';

/** The whole API on parts that are open already, initialised; its server does not listen yet. */
export async function makeApp(core: Core, log: Log): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(standaloneModule(core, log), {
    bodyParser: false,
    abortOnError: false,
    // Nest tells of each of its modules and routes as it starts; its own logger would do so on standard output.
    logger: false,
  });
  configureWebApp(app, requestLogger(log));
  serveDocs(app, openApiDocument(app));
  await app.init();
  app.useLogger(app.get(Logger));
  return app;
}
