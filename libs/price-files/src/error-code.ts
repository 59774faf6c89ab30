/** The `code` of an error of Node (ENOENT, Z_BUF_ERROR); '' where it has none. */
export function errorCode(error: unknown): string {
  const has = typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string';
  return has ? (error.code as string) : '';
}

export function errorMessage(error: unknown): string {
  const has = typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string';
  return has ? (error.message as string) : String(error);
}
