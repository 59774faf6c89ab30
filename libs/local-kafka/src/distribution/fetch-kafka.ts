import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from '../folder/make-folder';
import { LocalKafkaError } from '../local-kafka-error';
import { jarsFolder, KAFKA_VERSION, pom } from './pom';
import { checkMaven } from './tools';

/**
 * The folder of Kafka's jars, fetched from Maven Central on first use (43 MB, half a minute). Fetched beside and
 * renamed into place, so that it is whole whenever it is there, also when two processes fetch at once. What fails its
 * checksum is refused.
 */
export async function fetchKafka(
  log: (line: string) => void,
  jars = jarsFolder(),
  environment: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  const folder = dirname(jars);
  if (existsSync(jars)) return jars;
  checkMaven(environment);
  log(`fetching Apache Kafka ${KAFKA_VERSION} from Maven Central into ${folder} (once)`);
  makeFolder(dirname(folder));
  const beside = mkdtempSync(join(dirname(folder), 'fetching-'));
  chmodSync(beside, 0o755);
  try {
    writeFileSync(join(beside, 'pom.xml'), pom());
    await runMaven(beside, environment);
    publish(beside, folder);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
  return jars;
}

/** Pinned: Maven would take the plugin of its own choice, by its own version. */
const COPY = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';

async function runMaven(folder: string, environment: NodeJS.ProcessEnv): Promise<void> {
  const goal = [COPY, `-DoutputDirectory=${join(folder, 'libs')}`, '-DincludeScope=runtime'];
  const args = ['--batch-mode', '--quiet', '--strict-checksums', '--file', join(folder, 'pom.xml'), ...goal];
  const { code, output } = await run('mvn', args, environment);
  if (code === 0) return;
  const reason = output.split('\n').find((line) => line.includes('ERROR')) ?? output.trim().slice(-300);
  throw new LocalKafkaError(
    'downloadFailed',
    `Maven could not fetch Apache Kafka ${KAFKA_VERSION}: ${reason}. Is Maven Central, or the mirror in ~/.m2/settings.xml, in reach?`,
  );
}

function run(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}

function publish(beside: string, folder: string): void {
  try {
    renameSync(beside, folder);
  } catch (error) {
    // Another process was quicker, with the same jars.
    if (!existsSync(join(folder, 'libs'))) throw error;
  }
}
