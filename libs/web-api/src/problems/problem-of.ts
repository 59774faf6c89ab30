import { STATUS_CODES } from 'node:http';
import { HttpException } from '@nestjs/common';
import type { FieldError } from '@streakline/event-store';
import { ProblemException, type ProblemInit } from './problem-exception';
import { problemOfServiceError } from './problem-of-service-error';

/** A delivery of 10,000 bars may have 10,000 mistakes of one kind: the first ones tell as much. */
const MOST_ERRORS = 100;

/** A problem document (RFC 9457). `type` stays about:blank: `code` is what programs switch on. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly requestId: string;
  readonly errors: readonly FieldError[];
  readonly [extension: string]: unknown;
}

/** Every error as the problem to answer with; what nobody expected is a 500 that tells nothing of the inside. */
export function problemOf(
  error: unknown,
  requestId: string,
): { problem: Problem; headers: Readonly<Record<string, string>> } {
  const known = knownProblem(error);
  const { code, title, detail, errors = [], headers, ...extensions } = known.init;
  const problem: Problem = {
    type: 'about:blank',
    title: title ?? STATUS_CODES[known.status] ?? 'Error',
    status: known.status,
    detail,
    code,
    requestId,
    errors: errors.slice(0, MOST_ERRORS),
    ...(errors.length > MOST_ERRORS ? { errorCount: errors.length } : {}),
    ...extensions,
  };
  return { problem, headers: headers ?? {} };
}

function knownProblem(error: unknown): { status: number; init: ProblemInit } {
  if (error instanceof ProblemException) return error;
  if (error instanceof HttpException) return problemOfHttpException(error);
  return problemOfServiceError(error) ?? unexpected;
}

function problemOfHttpException(error: HttpException): { status: number; init: ProblemInit } {
  const status = error.getStatus();
  if (status >= 500) return unexpected;
  return { status, init: { code: camelCase(STATUS_CODES[status] ?? 'badRequest'), detail: error.message } };
}

const unexpected = {
  status: 500,
  init: {
    code: 'internalError',
    detail:
      'Something failed inside. The log has it under this requestId; asking again is safe with an Idempotency-Key.',
  },
} as const;

function camelCase(phrase: string): string {
  const joined = phrase.replaceAll(/[^A-Za-z]+([A-Za-z])/g, (_, letter: string) => letter.toUpperCase());
  return joined.charAt(0).toLowerCase() + joined.slice(1);
}
