import { join } from 'node:path';
import { kafkaFolder } from '../project-folder';

/** The newest at the time of writing; kafkajs 2.2.4 was tried against it (libs/event-log, kafkajs-compatibility.kafka.spec.ts). */
export const KAFKA_VERSION = '4.4.0';

/** Kafka's artifacts name no logging backend: without one its brokers are silent, also about being up. */
const LOG4J_VERSION = '2.25.5';

/** A project whose only content is what a broker needs at run time. */
export function pom(): string {
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>streakline</groupId>
  <artifactId>local-kafka</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    ${dependency('org.apache.kafka', 'kafka_2.13', KAFKA_VERSION)}
    ${dependency('org.apache.logging.log4j', 'log4j-slf4j-impl', LOG4J_VERSION)}
  </dependencies>
</project>
`;
}

function dependency(group: string, artifact: string, version: string): string {
  return `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`;
}

/** Where the jars are kept, fetched or not. */
export function jarsFolder(): string {
  return join(kafkaFolder(), KAFKA_VERSION, 'libs');
}
