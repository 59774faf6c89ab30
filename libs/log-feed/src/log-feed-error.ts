/** Why the log cannot feed: `noTopic`, `otherPartitionCount`, `aheadOfStore` (the log is another store's). */
export type LogFeedErrorCode = 'noTopic' | 'otherPartitionCount' | 'aheadOfStore';

export class LogFeedError extends Error {
  override readonly name = 'LogFeedError';

  constructor(
    readonly code: LogFeedErrorCode,
    message: string,
  ) {
    super(message);
  }
}
