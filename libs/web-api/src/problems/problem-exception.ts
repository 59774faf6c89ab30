import type { FieldError } from '@streakline/event-store';

/** What a problem says beside its HTTP status. Everything beyond the named members is an extension member (RFC 9457, 3.2). */
export interface ProblemInit {
  /** camelCase, stable: programs switch on it. */
  readonly code: string;
  /** Left out, the phrase of the HTTP status. */
  readonly title?: string;
  /** What is wrong, where, and how to mend it. */
  readonly detail: string;
  /** The fields to mend, each by a JSON pointer (RFC 6901) into what was sent. */
  readonly errors?: readonly FieldError[];
  /** Sent as headers of the answer: Allow, Retry-After... */
  readonly headers?: Readonly<Record<string, string>>;
  readonly [extension: string]: unknown;
}

/**
 * Thrown by a route to answer with a problem document.
 *
 * @example
 * throw new ProblemException(404, { code: 'unknownInstrument', detail: 'No instrument is listed as XNAS:AMZN. List it first.' });
 */
export class ProblemException extends Error {
  override readonly name = 'ProblemException';

  constructor(
    readonly status: number,
    readonly init: ProblemInit,
  ) {
    super(init.detail);
  }
}
