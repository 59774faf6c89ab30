import type { NestExpressApplication } from '@nestjs/platform-express';
import type { RequestHandler } from 'express';
import { readJsonBody, requireJson } from './bodies/json-body';
import { explainBodyError } from './bodies/problem-of-body-error';
import { ProblemFilter } from './problems/problem-filter';
import { answerHeaders } from './requests/answer-headers';
import { loopbackOnly } from './requests/loopback-only';
import { noQueryOnCommands } from './requests/no-query-on-commands';
import { NoStrayQuery } from './requests/no-stray-query';
import { nameRequest } from './requests/request-id';
import { refuseUnstorableText } from './requests/unstorable-text';
import { ZodPipe } from './validation/zod-pipe';

/**
 * Gives a Nest application (made with `bodyParser: false`) everything that this API's routes share. Call it before
 * `init`.
 *
 * @param logRequests pino-http, or nothing in a test
 * @param anyNetwork answers under any name, to whoever reaches it; by default only as this machine's loopback address
 */
export function configureWebApp(
  app: NestExpressApplication,
  logRequests?: RequestHandler,
  { anyNetwork = false }: { readonly anyNetwork?: boolean } = {},
): void {
  app.disable('x-powered-by');
  // One query parser for all: a parameter is a string, or an array when repeated, never a nested object.
  app.set('query parser', 'simple');
  app.use(nameRequest);
  // After the name, so that the log has it; before everything that may refuse, so that refusals are logged too.
  if (logRequests !== undefined) app.use(logRequests);
  app.use(answerHeaders);
  if (!anyNetwork) app.use(loopbackOnly);
  app.use(noQueryOnCommands, requireJson);
  readJsonBody(app);
  app.use(explainBodyError, refuseUnstorableText);
  app.useGlobalGuards(new NoStrayQuery());
  app.useGlobalPipes(new ZodPipe());
  app.useGlobalFilters(new ProblemFilter());
}
