/**
 * Where two answers differ by more than 1e-12 + 1e-9 of the expected one, or in their names or their nulls: a line for
 * each place. Nothing of what Jest has compares deep objects by a relative tolerance.
 */
export function differences(actual: unknown, expected: unknown, path = ''): string[] {
  if (typeof expected === 'number' && typeof actual === 'number') {
    const close = Math.abs(actual - expected) <= 1e-12 + 1e-9 * Math.abs(expected);
    return close ? [] : [`${path}: ${actual} instead of ${expected}`];
  }
  if (isObject(expected) && isObject(actual)) {
    const names = new Set([...Object.keys(expected), ...Object.keys(actual)]);
    return [...names].flatMap((name) => differences(actual[name], expected[name], `${path}/${name}`));
  }
  return actual === expected ? [] : [`${path}: ${String(actual)} instead of ${String(expected)}`];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Places of an answer that hold a number that is none; undefined counts as one. */
export function notNumbers(answer: unknown, path = ''): string[] {
  if (isObject(answer)) {
    return Object.entries(answer).flatMap(([name, value]) => notNumbers(value, `${path}/${name}`));
  }
  if (answer === undefined || (typeof answer === 'number' && !Number.isFinite(answer))) return [path];
  return [];
}
