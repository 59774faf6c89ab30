/** Headers of the records on dead-letter topics, beside those that the record came with. */
export const letterHeaders = {
  /** RFC 9457 problem document, JSON. */
  problem: 'streakline-problem',
  originTopic: 'streakline-origin-topic',
  originPartition: 'streakline-origin-partition',
  originOffset: 'streakline-origin-offset',
  /** Epoch milliseconds; tells records of one offset apart when a topic was deleted and made anew. */
  originTimestamp: 'streakline-origin-timestamp',
  /** RFC 3339. */
  refusedAt: 'streakline-refused-at',
  /** How often the record was refused, this time included; on a record sent again: how often before. */
  attempts: 'streakline-attempts',
  /** Names what was left out because it did not fit, and its size in bytes: JSON, such as {"value": 18000000}. */
  leftOut: 'streakline-left-out',
  /** On a record that closes a letter: its id. */
  closes: 'streakline-closes',
  /** RFC 3339. */
  closedAt: 'streakline-closed-at',
  /** retried or closed. */
  closedAs: 'streakline-closed-as',
} as const;

export const ownHeaders: ReadonlySet<string> = new Set(Object.values(letterHeaders));
