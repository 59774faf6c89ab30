import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aKafkaUuid } from '../broker/format-storage';
import type { BrokerPorts } from '../broker/settings';
import { LocalKafkaError } from '../local-kafka-error';
import { areFree, freePorts } from './free-ports';

/** What a data folder's brokers have in common, kept so that clients find them at the same addresses again. */
export interface Cluster {
  readonly id: string;
  readonly ports: readonly BrokerPorts[];
}

/** The cluster of a folder, made on first use; its ports are chosen anew where one of them was taken by another program. */
export async function openCluster(folder: string, brokers: number): Promise<Cluster> {
  const file = join(folder, 'cluster.json');
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Cluster) : undefined;
  if (kept !== undefined && kept.ports.length !== brokers) throw otherCluster(folder, kept.ports.length, brokers);
  if (kept !== undefined && (await areFree(kept.ports.flatMap(({ client, controller }) => [client, controller])))) {
    return kept;
  }
  const ports = await freePorts(brokers * 2);
  const cluster = {
    id: kept?.id ?? aKafkaUuid(),
    ports: Array.from({ length: brokers }, (_, at) => ({ client: ports[2 * at]!, controller: ports[2 * at + 1]! })),
  };
  writeFileSync(file, JSON.stringify(cluster));
  return cluster;
}

function otherCluster(folder: string, kept: number, asked: number): LocalKafkaError {
  return new LocalKafkaError(
    'otherCluster',
    `${folder} holds a cluster of ${kept} broker(s), and ${asked} were asked for: choose another folder, or remove this one with all that is in its topics.`,
  );
}
