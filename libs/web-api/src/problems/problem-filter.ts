import { Catch, Logger, NotFoundException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { methodNotAllowed, unknownRoute } from '../requests/allowed-methods';
import { requestIdOf } from '../requests/request-id';
import { problemOf, type Problem } from './problem-of';
import { withPointers } from './with-pointers';

/** Answers every error as application/problem+json, and logs those that are not the caller's. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('ProblemFilter');

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const error = thrown instanceof NotFoundException ? (methodNotAllowed(request) ?? unknownRoute(request)) : thrown;
    const { problem: bare, headers } = problemOf(error, requestIdOf(request));
    const problem = withPointers(bare, Object.keys(request.params));
    this.log(error, problem);
    // Too late for a problem document: the caller must see a broken answer, not a whole one.
    if (response.headersSent) return void response.destroy();
    response
      .status(problem.status)
      .set(headers)
      .set('Cache-Control', 'no-store')
      .type('application/problem+json')
      .send(JSON.stringify(problem));
  }

  /** A refusal stands in the line of its request; what passes by itself (503) is a warning, all else a fault of ours. */
  private log(err: unknown, { status, requestId, code, detail }: Problem): void {
    if (status < 500) return;
    if (status === 503) this.logger.warn({ err, requestId, code }, detail);
    else this.logger.error({ err, requestId, code }, detail);
  }
}
