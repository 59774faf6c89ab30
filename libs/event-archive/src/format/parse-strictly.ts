import type { z } from 'zod';
import { ArchiveError } from '../archive-error';

/** Takes a line as what it should be; throws `altered` with the place and the first thing that is wrong. */
export function parseStrictly<Shape>(schema: z.ZodType<Shape>, line: string, number: number): Shape {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new ArchiveError('altered', `line ${number} is not JSON: the file was altered`, { cause: error });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const what = issue === undefined ? 'is not what it should be' : `: ${issue.path.join('.')} ${issue.message}`;
  throw new ArchiveError('altered', `line ${number} ${what}: the file was altered, or is no archive of events`);
}
