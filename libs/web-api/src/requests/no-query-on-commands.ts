import type { NextFunction, Request, Response } from 'express';
import { pointerOf } from '../problems/pointer';
import { ProblemException } from '../problems/problem-exception';

/** Commands say everything in their bodies: a query parameter on one is a mistake that would pass unseen. */
export function noQueryOnCommands(request: Request, _response: Response, next: NextFunction): void {
  const [name] = Object.keys(request.query);
  if (request.method !== 'POST' || name === undefined) return next();
  const detail = `POST takes no query parameters, and "${name}" is one. Say it in the body.`;
  next(new ProblemException(400, { code: 'invalidQuery', detail, errors: [{ pointer: pointerOf([name]), detail }] }));
}
