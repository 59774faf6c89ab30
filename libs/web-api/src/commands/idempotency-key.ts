import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { bodyAsSent } from '../bodies/json-body';
import { ProblemException } from '../problems/problem-exception';

const PRINTABLE = /^[\x20-\x7e]{1,255}$/;

/** The Idempotency-Key of a request and the fingerprint of what was sent with it; undefined without the header. */
export function idempotencyOf(request: Request): { key: string; fingerprint: string } | undefined {
  const given = request.headersDistinct['idempotency-key'];
  if (given === undefined) return undefined;
  const [key] = given;
  if (given.length !== 1 || key === undefined || !PRINTABLE.test(key)) {
    const detail =
      'The header Idempotency-Key takes one value of 1 to 255 printable ASCII characters. Send a UUID, for instance.';
    throw new ProblemException(400, { code: 'invalidIdempotencyKey', detail });
  }
  return { key, fingerprint: fingerprintOf(request) };
}

/** Of the method, the path and the body as they were sent, byte by byte: a body that only looks alike is another one. */
function fingerprintOf(request: Request): string {
  return createHash('sha256').update(`${request.method} ${request.path}\n`).update(bodyAsSent(request)).digest('hex');
}
