/** A real Apache Kafka without Docker, started by us on the loopback interface: for tests and for trying things out. */
export { startLocalKafka, type LocalKafka, type LocalKafkaOptions } from './start-local-kafka';
export type { LocalKafkaSecurity, SecureAccess } from './broker/security';
export type { LocalBroker } from './broker/local-broker';
export { announceLocalKafka, findLocalKafka } from './find-local-kafka';
export { LocalKafkaError } from './local-kafka-error';
export { kafkaFolder } from './project-folder';
export { prepareKafka } from './distribution/prepare-kafka';
export { whyNoKafka } from './distribution/tools';
