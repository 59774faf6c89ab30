/** Below this depth whole values are written at once: a model's answer is an object of arrays of events. */
const DEPTH = 3;

/**
 * The text of JSON.stringify(value, null, 2), in pieces: of a hundred thousand events it is longer than a string may be.
 */
export function* jsonPieces(value: unknown, depth = 0): Generator<string> {
  const inner = '  '.repeat(depth + 1);
  if (typeof value !== 'object' || value === null || depth >= DEPTH) {
    yield JSON.stringify(value, null, 2).replaceAll('\n', `\n${'  '.repeat(depth)}`);
    return;
  }
  const isArray = Array.isArray(value);
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  if (entries.length === 0) {
    yield isArray ? '[]' : '{}';
    return;
  }
  let before = isArray ? '[' : '{';
  for (const [key, each] of entries) {
    yield `${before}\n${inner}${isArray ? '' : `${JSON.stringify(key)}: `}`;
    yield* jsonPieces(each, depth + 1);
    before = ',';
  }
  yield `\n${'  '.repeat(depth)}${isArray ? ']' : '}'}`;
}
