import type { z } from 'zod';
import { ProblemException } from '../problems/problem-exception';

/** A place in a list, opaque to callers: the values of the last row that the list is sorted by. */
export function encodeCursor(parts: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(parts), 'utf8').toString('base64url');
}

/**
 * Reads a cursor that encodeCursor wrote.
 *
 * @param schema of the parts, such as `z.tuple([z.iso.date(), z.string()])`
 * @throws ProblemException 400 invalidCursor
 */
export function decodeCursor<Parts>(text: string, schema: z.ZodType<Parts>): Parts {
  const parsed = schema.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data;
  const detail = 'This cursor is none of this list. Pass the nextCursor of its last page, or start without a cursor.';
  throw new ProblemException(400, { code: 'invalidCursor', detail, errors: [{ pointer: '/cursor', detail }] });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
