import { createHash } from 'node:crypto';
import { idPrefixes, type JobNoun } from './study-kind';

/**
 * The id of what is asked: `stu_` (or the prefix of another noun) and 32 hex digits of a hash of the kind, the request and the position. Two who ask the
 * same of the same position ask for one study, whatever the order in which they wrote the fields.
 */
export function studyIdOf(kind: string, request: object, position: number, noun: JobNoun = 'study'): string {
  const asked = JSON.stringify([kind, canonical(request), position]);
  return `${idPrefixes[noun]}_${createHash('sha256').update(asked).digest('hex').slice(0, 32)}`;
}

export function isStudyId(text: string): boolean {
  return /^[a-z]+_[0-9a-f]{32}$/.test(text);
}

/** The same value with the fields of all objects in one order; a field without a value is none, as in JSON. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(
    fields.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, inner]) => [name, canonical(inner)]),
  );
}
