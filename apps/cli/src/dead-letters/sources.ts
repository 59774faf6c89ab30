import { existsSync } from 'node:fs';
import type { Sources } from '@streakline/dead-letters';
import { messageOf, UsageError } from '../failures';
import type { KafkaOptions } from '../kafka/kafka-options';
import { brokersOf, type OpenKafka, openKafka } from '../kafka/open-kafka';
import { openProjections, type OpenProjections, type StorageOptions } from '../projections/open-projections';

export type SourceOptions = KafkaOptions & StorageOptions;

/** A source that cannot be looked at. */
export interface Unseen {
  readonly what: 'records on Kafka' | 'parked events';
  readonly why: string;
  /** It was asked for, and could not be had. */
  readonly failed: boolean;
}

/** Where things are put aside: Kafka, the database, or one of the two. */
export interface OpenSources extends Sources {
  readonly kafka: OpenKafka | null;
  readonly storage: OpenProjections | null;
  readonly unseen: readonly Unseen[];
  close(): Promise<void>;
}

/** Opens what is configured; what is not, or does not answer, is told in `unseen`. Throws where nothing can be seen. */
export async function openSources(options: SourceOptions): Promise<OpenSources> {
  const unseen: Unseen[] = [];
  const attempt = async <T>(
    what: Unseen['what'],
    missing: string | null,
    open: () => Promise<T>,
  ): Promise<T | null> => {
    if (missing !== null) {
      unseen.push({ what, why: missing, failed: false });
      return null;
    }
    try {
      return await open();
    } catch (error) {
      if (error instanceof UsageError) throw error;
      unseen.push({ what, why: messageOf(error), failed: true });
      return null;
    }
  };
  const kafka = await attempt('records on Kafka', await missingKafka(options), () => openKafka(options));
  const storage = await attempt('parked events', missingStorage(options), () => openProjections(options));
  if (kafka === null && storage === null) throw nothingToSee(unseen);
  const close = async () => {
    await Promise.all([kafka?.close(), storage?.close()]);
  };
  return { kafka, storage, unseen, close };
}

/** Opens the sources, works, and closes them, whatever comes. */
export async function withOpenSources<T>(
  options: SourceOptions,
  work: (sources: OpenSources) => Promise<T>,
): Promise<T> {
  const sources = await openSources(options);
  try {
    return await work(sources);
  } finally {
    await sources.close();
  }
}

/** Says on standard error what is not in the answer. */
export function tellUnseen(unseen: readonly Unseen[]): void {
  for (const { what, why } of unseen) process.stderr.write(`streakline: ${what} are not shown: ${why}\n`);
}

async function missingKafka(options: KafkaOptions): Promise<string | null> {
  if ((await brokersOf(options)) !== undefined) return null;
  return 'no --brokers or KAFKA_BROKERS is given, and no npm run kafka:local runs here';
}

function missingStorage({ databaseUrl, dataDir }: StorageOptions): string | null {
  if (databaseUrl !== undefined || existsSync(dataDir)) return null;
  return `there is no data folder ${dataDir}; name the one of \`serve\` with --data-dir, or give --database-url`;
}

function nothingToSee(unseen: readonly Unseen[]): Error {
  const message = unseen.map(({ what, why }) => `${what}: ${why}`).join('; ');
  return unseen.some(({ failed }) => failed) ? new Error(message) : new UsageError(message);
}
