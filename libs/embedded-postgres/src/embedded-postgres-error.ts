/** Why the embedded PostgreSQL cannot serve: one line that says what, where and how to mend it. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';

  constructor(
    /** Stable, for programs. */
    readonly code:
      | 'noBinaries'
      | 'folderNotOurs'
      | 'folderNotReachable'
      | 'folderNotWritable'
      | 'folderInUse'
      | 'otherMajorVersion'
      | 'initialisationFailed'
      | 'startFailed',
    message: string,
  ) {
    super(message);
  }
}
