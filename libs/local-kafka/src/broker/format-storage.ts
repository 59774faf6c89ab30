import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LocalKafkaError } from '../local-kafka-error';
import { javaArguments, type Kafka } from './java';

/** The first snapshot of a cluster's metadata: which version of which feature it begins with. */
export const METADATA_CHECKPOINT = '00000000000000000000-0000000000.checkpoint';

/**
 * Prepares a broker's folder for its cluster, as `kafka-storage.sh format` does, without the second that a Java of its
 * own takes for it. Changes nothing where that was done.
 */
export function formatStorage(checkpoint: string, folder: string, node: number, clusterId: string): void {
  const properties = join(folder, 'meta.properties');
  if (existsSync(properties)) return;
  const metadata = join(folder, '__cluster_metadata-0');
  mkdirSync(metadata, { recursive: true });
  copyFileSync(checkpoint, join(metadata, METADATA_CHECKPOINT));
  // The last: a folder without it is formatted again.
  writeFileSync(properties, `version=1\ncluster.id=${clusterId}\nnode.id=${node}\ndirectory.id=${aKafkaUuid()}\n`);
}

/** 16 bytes in URL-safe base64; one that begins with a dash would be taken for an option. */
export function aKafkaUuid(): string {
  return `S${randomBytes(16).toString('base64url').slice(1)}`;
}

/** Kafka's own formatting, whose result {@link formatStorage} copies. */
export async function runFormat(
  kafka: Kafka,
  settingsFile: string,
  clusterId: string,
  more: readonly string[] = [],
): Promise<void> {
  const args = ['format', '--ignore-formatted', '--cluster-id', clusterId, '--config', settingsFile, ...more];
  const child = spawn(kafka.java, javaArguments(kafka, 'kafka.tools.StorageTool', args), {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code === 0) return;
  throw new LocalKafkaError(
    'formatFailed',
    `Kafka's storage could not be formatted for ${settingsFile}: ${output.trim().split('\n').at(-1) ?? ''}. Remove its folder to begin anew.`,
  );
}
