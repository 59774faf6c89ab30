import type { NextFunction, Request, Response } from 'express';
import { ProblemException } from '../problems/problem-exception';
import { BODY_LIMIT } from './json-body';
import { placeOfMistake } from './place-of-mistake';

/** What body-parser attaches to the errors that it throws. */
interface BodyError {
  readonly type: string;
  readonly body?: unknown;
}

const UNSUPPORTED = new Set(['encoding.unsupported', 'charset.unsupported']);
const UNREADABLE = /^(request\.(aborted|size\.invalid)|entity\.|encoding\.)/;
/** What zlib says of a body that is not compressed as its Content-Encoding says: body-parser passes it on without a type. */
const NOT_COMPRESSED = /^(Z_|ERR_BROTLI)/;

/**
 * Express error middleware, to stand right behind the body's parser: Nest would take a SyntaxError for a bare 400 and
 * forget the text that it came from.
 */
export function explainBodyError(error: unknown, _request: Request, _response: Response, next: NextFunction): void {
  next(problemOfBodyError(error) ?? error);
}

/** What was wrong with reading the body, as a problem; undefined for any other error. */
function problemOfBodyError(error: unknown): ProblemException | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string' && NOT_COMPRESSED.test(error.code)) return unreadableBody();
  if (!('type' in error) || typeof error.type !== 'string') return undefined;
  const { type, body } = error as BodyError & Error;
  if (type === 'entity.parse.failed') return malformedJson(typeof body === 'string' ? body : '');
  if (type === 'entity.too.large') return bodyTooLarge();
  if (UNSUPPORTED.has(type)) {
    return new ProblemException(415, {
      code: 'unsupportedMediaType',
      detail: 'Send JSON in UTF-8, as it is or compressed with gzip, deflate or br.',
    });
  }
  return UNREADABLE.test(type) ? unreadableBody() : undefined;
}

function unreadableBody(): ProblemException {
  return new ProblemException(400, {
    code: 'unreadableBody',
    detail: 'The body ended early or is not what its headers say. Send it again.',
  });
}

/** The problem of a text that is no JSON: where it stops being some. */
export function malformedJson(text: string): ProblemException {
  const { line, column, pointer, what } = placeOfMistake(text);
  const detail = `The body is not JSON: ${what} in line ${line}, column ${column}.`;
  return new ProblemException(400, { code: 'malformedJson', detail, errors: [{ pointer, detail }], line, column });
}

export function bodyTooLarge(): ProblemException {
  const detail = `The body is larger than ${BODY_LIMIT / 1024 / 1024} MB. Send it in parts: a delivery of bars may be split anywhere.`;
  return new ProblemException(413, { code: 'bodyTooLarge', detail, errors: [{ pointer: '', detail }] });
}
