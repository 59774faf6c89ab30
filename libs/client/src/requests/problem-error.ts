/** A field of a request that the server refused. */
export interface FieldProblem {
  /** A JSON pointer (RFC 6901) into the body, or to a parameter by its name; empty for the whole. */
  readonly pointer: string;
  readonly detail: string;
}

/** What the server said instead of an answer: its problem+json (RFC 9457). Programs switch on `code`. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    /** The HTTP status. */
    readonly status: number,
    /** Stable, such as `notFound`; `unknown` where what answered was not Streakline, such as a proxy. */
    readonly code: string,
    /** What is wrong, where, and how to mend it. */
    readonly detail: string,
    /** Also in the server's log; null where what answered was not Streakline. */
    readonly requestId: string | null,
    readonly errors: readonly FieldProblem[],
  ) {
    super(`${status} ${code}: ${detail}`);
  }
}

/** No answer came, or only a part of one: the last attempt's error is its `cause`. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError';
}

/** Reads the problem that a response with an error status carries. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const text = await response.text();
  const told = parsed(text);
  const field = (name: string) => (typeof told?.[name] === 'string' ? told[name] : null);
  const errors = Array.isArray(told?.['errors']) ? (told['errors'] as readonly FieldProblem[]) : [];
  const detail = field('detail') ?? (text.slice(0, 500) || response.statusText);
  return new ProblemError(response.status, field('code') ?? 'unknown', detail, field('requestId'), errors);
}

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : null;
  } catch {
    // A page of a proxy, most likely: its text is shown as it is.
    return null;
  }
}
