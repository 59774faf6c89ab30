/** What was put aside, records on Kafka and parked events alike: looking, retrying, closing; and its routes. */
export type { ParkedSource, Sources } from './entries/sources';
export { type Entry, type EntryFilter, type EntrySummary, idOf, matches, summaryOf } from './entries/entry';
export { entriesOf, type FoundEntries } from './entries/entries-of';
export { parkedEventOf, textOf, valueOfLetter } from './entries/shown-entry';
export type { Done, Failed, FailureCode, Outcome } from './acting/outcome';
export { retryEntries } from './acting/retry-entries';
export { closeEntries } from './acting/close-entries';
export { KafkaLetters, type KafkaLettersOptions } from './kafka/kafka-letters';
export { deadLettersMigrations } from './schema/dead-letters-tables';
export { DeadLetterDesk, type DeadLetterDeskParts } from './http/dead-letter-desk';
export { DeadLettersModule } from './dead-letters.module';
