import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { startBrokerProcess } from '../broker/broker-process';
import { runFormat, METADATA_CHECKPOINT } from '../broker/format-storage';
import type { Kafka, PreparedKafka } from '../broker/java';
import { settingsFor } from '../broker/settings';
import { signal } from '../broker/signal';
import { freePorts } from '../folder/free-ports';
import { fetchKafka } from './fetch-kafka';
import { findJava } from './tools';

/**
 * Kafka, ready to start: fetched, and what every start would do again done once, which takes half off a start
 * (4.4 s, then 2.0 s, on two quiet cores). Made per version of Kafka and of Java, beside and renamed, so that it is whole.
 */
export async function prepareKafka(log: (line: string) => void): Promise<PreparedKafka> {
  const { java, version } = findJava();
  const jars = await fetchKafka(log);
  const folder = join(dirname(jars), `ready-${createHash('sha256').update(version).digest('hex').slice(0, 12)}`);
  if (!existsSync(folder)) {
    log(`preparing Apache Kafka for quick starts in ${folder} (once)`);
    await makeReady({ java, jars }, folder);
  }
  const archive = join(folder, ARCHIVE);
  const checkpoint = join(folder, METADATA_CHECKPOINT);
  return { java, jars, checkpoint, ...(existsSync(archive) && { archive }) };
}

const ARCHIVE = 'classes.jsa';

async function makeReady(kafka: Kafka, folder: string): Promise<void> {
  const beside = mkdtempSync(`${folder}.`);
  chmodSync(beside, 0o755);
  try {
    const node = join(beside, 'trial');
    mkdirSync(node);
    const [client = 0, controller = 0] = await freePorts(2);
    const settingsFile = join(node, 'server.properties');
    writeFileSync(settingsFile, settingsFor(1, join(node, 'data'), [{ client, controller }]));
    await runFormat(kafka, settingsFile, `S${'A'.repeat(21)}`);
    copyFileSync(join(node, 'data', '__cluster_metadata-0', METADATA_CHECKPOINT), join(beside, METADATA_CHECKPOINT));
    const broker = await startBrokerProcess(kafka, node, [`-XX:ArchiveClassesAtExit=${join(beside, ARCHIVE)}`]);
    signal(broker.pid, 'SIGTERM');
    await broker.ended();
    rmSync(node, { recursive: true });
    publish(beside, folder);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

function publish(beside: string, folder: string): void {
  try {
    renameSync(beside, folder);
  } catch (error) {
    // Another process was quicker, with the same Kafka and Java.
    if (!existsSync(join(folder, METADATA_CHECKPOINT))) throw error;
  }
}
