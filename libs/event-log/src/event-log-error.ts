/** Whether the same call may succeed when it is made again, by kind of error. Retries look at nothing else. */
const CAN_RETRY = {
  /** No broker answers, or the connection was lost. */
  unreachable: true,
  /** A broker did not answer in time: what was sent may be in the log. */
  timedOut: true,
  /** A leader, coordinator or enough copies are missing at the moment. */
  unavailable: true,
  /** The topic does not exist (any more, or yet). */
  unknownTopic: true,
  /** The group gives its partitions out anew: this consumer's may be another's. */
  rebalancing: true,
  /** The offset asked for is not, or no longer, in the log. */
  offsetOutOfRange: true,
  /** A record, or a batch of them, is larger than the topic allows. */
  recordTooLarge: false,
  /** The credentials are wrong. */
  notAuthenticated: false,
  /** The brokers' certificate is signed by nobody we trust, is for another host, or is out of date. */
  notTrusted: false,
  /** The credentials are right and do not allow it. */
  notAuthorised: false,
  /** Broker and client have no version of a request in common. */
  unsupported: false,
  /** The broker refuses the request as it is. */
  invalidRequest: false,
  /** The bytes in the log are damaged. */
  corrupt: false,
  /** stop() or close() was called before. */
  closed: false,
  /** None of these; the cause says more. */
  unexpected: false,
} as const;

export type EventLogErrorCode = keyof typeof CAN_RETRY;

/** What went wrong at the log, by a closed list of codes. The client's own error is the `cause`. */
export class EventLogError extends Error {
  override readonly name = 'EventLogError';

  constructor(
    readonly code: EventLogErrorCode,
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
  }

  get canRetry(): boolean {
    return CAN_RETRY[this.code];
  }
}
