import type { DynamicModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import type { Log } from './create-log';

/** Sends Nest's own logging, and every Logger of a class, to `log`, with the request's id inside of a request. */
export function logModule(log: Log): DynamicModule {
  // The requests themselves are logged by requestLogger, which has to stand before the body parser.
  return LoggerModule.forRoot({ pinoHttp: { logger: log }, useExisting: true });
}
