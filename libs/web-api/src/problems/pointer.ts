/**
 * A JSON pointer (RFC 6901) of a path.
 *
 * @example
 * pointerOf(['bars', 3, 'close']); // "/bars/3/close"
 */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
