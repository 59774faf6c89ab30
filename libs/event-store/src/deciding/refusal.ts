/** What a caller must mend, by the field it concerns (a JSON pointer, RFC 6901, into what was sent; '' is the whole). */
export interface FieldError {
  readonly pointer: string;
  readonly detail: string;
}

/**
 * An expected failure of a command: returned, never thrown. `invalid`: what was sent cannot be true or complete;
 * `conflict`: it contradicts what is on record; `notFound`: what it addresses does not exist.
 */
export interface Refusal {
  readonly refused: 'invalid' | 'conflict' | 'notFound';
  /** camelCase, stable: programs switch on it. */
  readonly code: string;
  /** One sentence for people: what is wrong, where, and how to mend it. */
  readonly detail: string;
  readonly errors: readonly FieldError[];
}

export function refuse(
  refused: Refusal['refused'],
  code: string,
  detail: string,
  errors: readonly FieldError[] = [],
): Refusal {
  return { refused, code, detail, errors };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value;
}
