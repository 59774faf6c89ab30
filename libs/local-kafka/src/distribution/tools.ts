import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LocalKafkaError } from '../local-kafka-error';
import { jarsFolder } from './pom';

/** Kafka's brokers run on Java 17 and later since 4.0 (KIP-1013). */
const OLDEST_JAVA = 17;

/** The `java` of JAVA_HOME, or of the PATH, and what it says of its version; throws where there is none that Kafka runs on. */
export function findJava(environment: NodeJS.ProcessEnv = process.env): { java: string; version: string } {
  const home = environment['JAVA_HOME'];
  const java = home !== undefined && existsSync(join(home, 'bin', 'java')) ? join(home, 'bin', 'java') : 'java';
  const { error, stderr } = spawnSync(java, ['-version'], { encoding: 'utf8', env: environment });
  if (error !== undefined) {
    throw new LocalKafkaError(
      'noJava',
      `A local Kafka needs Java ${OLDEST_JAVA} or later, and there is no "java" on the PATH: install one (Debian: openjdk-17-jre-headless), or set KAFKA_BROKERS to a Kafka that runs elsewhere.`,
    );
  }
  const major = Number(/version "(\d+)/.exec(stderr)?.[1]);
  if (major >= OLDEST_JAVA) return { java, version: stderr };
  throw new LocalKafkaError(
    'noJava',
    `A local Kafka needs Java ${OLDEST_JAVA} or later, and "${java}" is ${stderr.split('\n')[0] ?? 'unknown'}: set JAVA_HOME to a newer one.`,
  );
}

/** Throws where Maven, which fetches Kafka, cannot be run. */
export function checkMaven(environment: NodeJS.ProcessEnv = process.env): void {
  const { error, status } = spawnSync('mvn', ['--version'], { stdio: 'ignore', env: environment });
  if (error === undefined && status === 0) return;
  throw new LocalKafkaError(
    'noMaven',
    'Kafka is fetched once by Maven, and "mvn" cannot be run: install it (Debian: maven), or set KAFKA_BROKERS to a Kafka that runs elsewhere.',
  );
}

/** Why no local Kafka can be had on this machine; null where one can. */
export function whyNoKafka(environment: NodeJS.ProcessEnv = process.env): string | null {
  try {
    findJava(environment);
    if (!existsSync(jarsFolder())) checkMaven(environment);
    return null;
  } catch (error) {
    if (error instanceof LocalKafkaError) return error.message;
    throw error;
  }
}
