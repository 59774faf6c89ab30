/** Why the local Kafka cannot serve: one line that says what, where and how to mend it. */
export class LocalKafkaError extends Error {
  override readonly name = 'LocalKafkaError';

  constructor(
    /** Stable, for programs. */
    readonly code:
      | 'noJava'
      | 'noMaven'
      | 'downloadFailed'
      | 'folderInUse'
      | 'folderClosed'
      | 'otherCluster'
      | 'formatFailed'
      | 'portTaken'
      | 'startFailed',
    message: string,
  ) {
    super(message);
  }
}
