import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { ProblemException } from '../problems/problem-exception';

/** Bytes, after decompression. */
export const BODY_LIMIT = 10 * 1024 * 1024;

const asSent = new WeakMap<object, Buffer>();

/** The bytes of the body, decompressed; empty without one. */
export function bodyAsSent(request: object): Buffer {
  return asSent.get(request) ?? Buffer.alloc(0);
}

/** Reads JSON bodies up to the limit, keeping their bytes for the fingerprint of an Idempotency-Key. */
export function readJsonBody(app: NestExpressApplication): void {
  app.useBodyParser('json', {
    limit: BODY_LIMIT,
    // Whatever is JSON is handed to the schema, which can say what it expected instead.
    strict: false,
    verify: (request: object, _response: unknown, bytes: Buffer) => void asSent.set(request, bytes),
  });
}

/** A body in another form would be skipped by the JSON parser, and then look like none. */
export function requireJson(request: Request, _response: Response, next: NextFunction): void {
  const hasBody =
    request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
  if (!hasBody || request.is('application/json') !== false) return next();
  const given = request.get('content-type');
  const detail = `Send JSON, with Content-Type: application/json${given === undefined ? '' : `, instead of ${JSON.stringify(given)}`}.`;
  next(new ProblemException(415, { code: 'unsupportedMediaType', detail, headers: { Accept: 'application/json' } }));
}
