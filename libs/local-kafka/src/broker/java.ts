import { delimiter, join } from 'node:path';

/** How to run Kafka's classes. */
export interface Kafka {
  readonly java: string;
  /** The folder of the jars. */
  readonly jars: string;
  /** A class data archive of these jars and this Java: without it every start reads, checks and links 7,000 classes. */
  readonly archive?: string;
}

/** {@link Kafka} with what a new broker's folder begins with. */
export interface PreparedKafka extends Kafka {
  /** The first snapshot of a cluster's metadata, as Kafka's own formatting writes it. */
  readonly checkpoint: string;
}

/** Arguments of `java` for one of Kafka's main classes. */
export function javaArguments(
  { jars, archive }: Kafka,
  mainClass: string,
  args: readonly string[],
  more: readonly string[] = [],
): readonly string[] {
  const shared = archive === undefined ? [] : [`-XX:SharedArchiveFile=${archive}`, '-Xlog:cds=off'];
  return [...JVM, ...shared, ...more, '-cp', [join(jars, '*')].join(delimiter), mainClass, ...args];
}

const JVM = [
  '-Xms64m',
  '-Xmx384m',
  // Several of these share a small machine: one collector thread each, no huge young generation.
  '-XX:+UseSerialGC',
  '-Xshare:auto',
  '-Djava.awt.headless=true',
  // Log4j's own default configuration, with the line that says "started".
  '-Dorg.apache.logging.log4j.level=INFO',
];
