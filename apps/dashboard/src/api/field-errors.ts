import { ProblemError } from '@streakline/client';

/** What the server found wrong, by field: an error stands at the first field whose pointer leads to it. */
export interface FieldErrors {
  /** Of the field with this JSON pointer, and of what lies within it. */
  readonly at: (pointer: string) => readonly string[];
  /** What belongs to none of the form's fields; null where there is nothing of the kind. */
  readonly elsewhere: unknown;
}

/**
 * Sorts a refusal by the fields of a form.
 *
 * @param pointers JSON pointers (RFC 6901) of the form's fields, such as /settings/from
 */
export function fieldErrors(error: unknown, pointers: readonly string[]): FieldErrors {
  const told = error instanceof ProblemError ? error.errors : [];
  const isWithin = (pointer: string, field: string) => pointer === field || pointer.startsWith(`${field}/`);
  const hasField = told.some(({ pointer }) => pointers.some((field) => isWithin(pointer, field)));
  const rest = told.filter(({ pointer }) => !pointers.some((field) => isWithin(pointer, field)));
  return {
    at: (field) => [...new Set(told.filter(({ pointer }) => isWithin(pointer, field)).map(({ detail }) => detail))],
    elsewhere: hasField && rest.length === 0 ? null : error,
  };
}
