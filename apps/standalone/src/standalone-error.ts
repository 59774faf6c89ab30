/** Why the server cannot start: one line that says what, where and how to mend it. */
export class StandaloneError extends Error {
  override readonly name = 'StandaloneError';

  constructor(
    /** Stable, for programs. */
    readonly code: 'hostNotLoopback' | 'portInUse' | 'portNotAllowed' | 'databaseUnreachable',
    message: string,
  ) {
    super(message);
  }
}
