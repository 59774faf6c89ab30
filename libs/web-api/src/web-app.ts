import type { CanActivate } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { RequestHandler } from 'express';
import { readJsonBody, requireJson } from './bodies/json-body';
import { explainBodyError } from './bodies/problem-of-body-error';
import { ProblemFilter } from './problems/problem-filter';
import { answerHeaders } from './requests/answer-headers';
import { refuseKeyInUrl } from './requests/key-in-url';
import { loopbackOnly } from './requests/loopback-only';
import { noQueryOnCommands } from './requests/no-query-on-commands';
import { NoStrayQuery } from './requests/no-stray-query';
import { nameRequest } from './requests/request-id';
import { refuseUnstorableText } from './requests/unstorable-text';
import { ZodPipe } from './validation/zod-pipe';

export interface WebAppOptions {
  /** Whether it answers under any name, to whoever reaches it; by default only as this machine's loopback address. */
  readonly anyName?: () => boolean;
  /** Put before everything that reads a request. */
  readonly admit?: RequestHandler;
  /** Put before every other guard of a route. */
  readonly guard?: CanActivate;
}

/**
 * Gives a Nest application (made with `bodyParser: false`) everything that this API's routes share. Call it before
 * `init`.
 *
 * @param logRequests pino-http, or nothing in a test
 */
export function configureWebApp(
  app: NestExpressApplication,
  logRequests?: RequestHandler,
  { anyName, admit, guard }: WebAppOptions = {},
): void {
  app.disable('x-powered-by');
  // One query parser for all: a parameter is a string, or an array when repeated, never a nested object.
  app.set('query parser', 'simple');
  app.use(nameRequest);
  // After the name, so that the log has it; before everything that may refuse, so that refusals are logged too.
  if (logRequests !== undefined) app.use(logRequests);
  app.use(answerHeaders, refuseKeyInUrl);
  // Before the name is looked at, which asks what is found here: whether keys are in force.
  if (admit !== undefined) app.use(admit);
  app.use(loopbackOnly(anyName));
  app.use(noQueryOnCommands, requireJson);
  readJsonBody(app);
  app.use(explainBodyError, refuseUnstorableText);
  app.useGlobalGuards(...(guard === undefined ? [] : [guard]), new NoStrayQuery());
  app.useGlobalPipes(new ZodPipe());
  app.useGlobalFilters(new ProblemFilter());
}
