/**
 * Whether two values are written the same way: JSON-like values, bytes and numbers by value (NaN is itself), fields in
 * the same order. Never true of values that differ; "false" only costs a write.
 */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (a instanceof Uint8Array || b instanceof Uint8Array) {
    return a instanceof Uint8Array && b instanceof Uint8Array && Buffer.compare(a, b) === 0;
  }
  if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) && sameElements(a, b);
  return sameFields(a as Fields, b as Fields);
}

type Fields = Readonly<Record<string, unknown>>;

function sameElements(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (!sameValue(a[at], b[at])) return false;
  return true;
}

function sameFields(a: Fields, b: Fields): boolean {
  const others = Object.keys(b);
  let at = 0;
  for (const name in a) {
    if (name !== others[at] || !sameValue(a[name], b[name])) return false;
    at += 1;
  }
  return at === others.length;
}
