import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { formatStorage, runFormat } from './broker/format-storage';
import type { PreparedKafka } from './broker/java';
import { type LocalBroker, RunnableBroker } from './broker/local-broker';
import { type LocalKafkaSecurity, type PreparedAccess, prepareSecurity, type SecureAccess } from './broker/security';
import { settingsFor } from './broker/settings';
import { signal } from './broker/signal';
import { prepareKafka } from './distribution/prepare-kafka';
import { claimFolder } from './folder/claim-folder';
import { type Cluster, openCluster } from './folder/cluster-file';
import { stopOrphans, sweepTemporaryClusters } from './folder/stop-orphans';
import { makeFolder } from './folder/make-folder';
import { kafkaFolder } from './project-folder';

export interface LocalKafkaOptions {
  /** 1 or 3; default 1. With three, topics have three copies and stay writable while one broker is away. */
  readonly brokers?: number;
  /** Kept after stop(). Default: a temporary folder of the project's, removed by stop(). */
  readonly dataDir?: string;
  /** Listeners with TLS and SASL beside the open ones, for these users. Only in a temporary folder. */
  readonly security?: LocalKafkaSecurity;
  /** Told of what takes time or is out of the ordinary, in one line each. Default: nobody. */
  readonly log?: (line: string) => void;
}

/** A running cluster that only this machine reaches. */
export interface LocalKafka {
  /** As KAFKA_BROKERS has it: `127.0.0.1:port,127.0.0.1:port`. */
  readonly bootstrap: string;
  readonly brokers: readonly LocalBroker[];
  /** The way in by the listeners with TLS and SASL; null where none were asked for. */
  readonly secure: SecureAccess | null;
  /** Shuts the brokers down; resolves when they are gone. */
  stop(): Promise<void>;
}

/**
 * Starts Apache Kafka (KRaft) without Docker: fetched once by Maven into `.streakline-kafka`, on free loopback ports.
 * Brokers that a killed process left are ended first. Throws {@link LocalKafkaError} where that cannot be done.
 *
 * @example
 * const kafka = await startLocalKafka({ brokers: 3 });
 * await kafka.brokers[0]?.kill();
 * await kafka.stop();
 */
export async function startLocalKafka(options: LocalKafkaOptions = {}): Promise<LocalKafka> {
  const { brokers = 1, log = () => undefined, security } = options;
  const folder = options.dataDir === undefined ? await temporaryFolder() : resolve(options.dataDir);
  const release = claimFolder(folder);
  const letGo = () => {
    release();
    if (options.dataDir === undefined) rmSync(folder, { recursive: true, force: true });
  };
  try {
    await stopOrphans(folder);
    const kafka = await prepareKafka(log);
    const access = security === undefined ? null : await prepareSecurity(kafka, folder, brokers, security);
    return await startCluster(kafka, folder, brokers, access, letGo);
  } catch (error) {
    letGo();
    throw error;
  }
}

async function startCluster(
  kafka: PreparedKafka,
  folder: string,
  size: number,
  access: PreparedAccess | null,
  letGo: () => void,
): Promise<LocalKafka> {
  const cluster = await openCluster(folder, size);
  const brokers = cluster.ports.map(({ client }, index) => {
    const node = index + 1;
    return new RunnableBroker(node, `127.0.0.1:${client}`, kafka, join(folder, `node-${node}`));
  });
  const killAll = () => brokers.forEach(({ pid }) => pid !== undefined && signal(pid, 'SIGKILL'));
  // The last resort of a process that ends without stop().
  process.once('exit', killAll);
  const stop = async () => {
    await Promise.all(brokers.map((broker) => broker.stop()));
    process.removeListener('exit', killAll);
    letGo();
  };
  try {
    for (const { node } of brokers) await prepare(kafka, folder, node, cluster, access);
    await Promise.all(brokers.map((broker) => broker.start()));
  } catch (error) {
    await Promise.all(brokers.map((broker) => broker.kill()));
    process.removeListener('exit', killAll);
    throw error;
  }
  let stopped: Promise<void> | undefined;
  const bootstrap = brokers.map(({ address }) => address).join(',');
  return { bootstrap, brokers, secure: access, stop: () => (stopped ??= stop()) };
}

async function prepare(
  kafka: PreparedKafka,
  folder: string,
  node: number,
  cluster: Cluster,
  access: PreparedAccess | null,
): Promise<void> {
  const own = join(folder, `node-${node}`);
  makeFolder(own);
  const data = join(own, 'data');
  const settings = join(own, 'server.properties');
  writeFileSync(settings, settingsFor(node, data, cluster.ports, access?.settings[node - 1]));
  if (access === null) formatStorage(kafka.checkpoint, data, node, cluster.id);
  else await runFormat(kafka, settings, cluster.id, access.format);
}

async function temporaryFolder(): Promise<string> {
  const parent = join(kafkaFolder(), 'temporary');
  await sweepTemporaryClusters(parent);
  makeFolder(parent);
  return mkdtempSync(join(parent, 'run-'));
}
