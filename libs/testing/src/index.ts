/** What tests share: PostgreSQL, contract suites, given/when/then, builders. Never part of a running system. */
export { createTestDatabase, type TestDatabase } from './postgres/test-database';
export { describeEventStore } from './event-store-contract/describe-event-store';
export type { StoreUnderTest } from './event-store-contract/store-under-test';
export { aStream, anEvent, collect, until } from './event-store-contract/builders';
export { asRecorded, given } from './deciding/given';
export { createTestStore, type TestStore } from './postgres/test-store';
export { spawnTypeScript, type TypeScriptProcess } from './processes/typescript-process';
export { Door } from './processes/door';
export { startCommands, type Commands } from './commands/start-commands';
export { describeWhereKafkaIs } from './kafka/where-kafka-is';
export { describeWithKafka, describeWithOwnKafka, type TestKafka } from './kafka/describe-with-kafka';
export { expectNoGaps, readEventsTopic } from './kafka/read-events-topic';
export { addAmount, tallyProjection, type TallyOptions } from './projecting/tally';
export { describeWithBrowser } from './browser/describe-with-browser';
export { launchBrowser } from './browser/launch-browser';
