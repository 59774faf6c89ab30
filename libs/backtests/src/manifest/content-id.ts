import { createHash } from 'node:crypto';

/**
 * The id of a value by what it says: a prefix, `_` and the first 32 hexadecimal digits of the SHA-256 of its JSON, the
 * fields of all objects in the order of their names.
 */
export function contentId(prefix: string, value: object): string {
  const hash = createHash('sha256').update(JSON.stringify(canonical(value)));
  return `${prefix}_${hash.digest('hex').slice(0, 32)}`;
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([name, inner]) => [name, canonical(inner)]));
}
