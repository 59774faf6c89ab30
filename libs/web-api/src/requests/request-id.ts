import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import { validate } from 'uuid';

/**
 * Names the request, for its answer, its logs and the correlation id of the events that it leads to: the caller's
 * X-Request-Id if that is a UUID, else a new one.
 */
export function nameRequest(request: Request, response: Response, next: NextFunction): void {
  const given = request.get('x-request-id');
  const id = given !== undefined && validate(given) ? given.toLowerCase() : randomUUID();
  response.locals['requestId'] = id;
  response.setHeader('X-Request-Id', id);
  next();
}

/** The name that nameRequest gave. */
export function requestIdOf(request: Request): string {
  const id: unknown = request.res?.locals['requestId'];
  return typeof id === 'string' ? id : randomUUID();
}
