/** Why a process cannot start: one line that says what, where and how to mend it. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';

  constructor(
    /** Stable, for programs. */
    readonly code: 'hostNotLoopback' | 'portInUse' | 'portNotAllowed' | 'databaseUnreachable' | 'badSettings',
    message: string,
  ) {
    super(message);
  }
}
