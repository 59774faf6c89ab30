import { findLocalKafka, LocalKafkaError, startLocalKafka } from '@streakline/local-kafka';

/** The Kafka that a demo runs on. */
export interface DemoKafka {
  /** As KAFKA_BROKERS has it. */
  readonly brokers: string;
  /** Started for the demo alone: it goes with all that is in it. */
  readonly isOwn: boolean;
  close(): Promise<void>;
}

/** Where a Kafka may come from; a test says so itself. */
export interface KafkaSources {
  readonly given: string | undefined;
  readonly findRunning: () => Promise<string | null>;
  readonly start: typeof startLocalKafka;
}

const here: KafkaSources = {
  given: process.env['KAFKA_BROKERS'],
  findRunning: () => findLocalKafka(),
  start: startLocalKafka,
};

/** KAFKA_BROKERS where it is set, else a `npm run kafka:local` that runs, else a broker of the demo's own. */
export async function findKafka(say: (line: string) => void, sources = here): Promise<DemoKafka> {
  const close = () => Promise.resolve();
  const { given } = sources;
  if (given !== undefined && given !== '') {
    say(`Kafka: ${given} (KAFKA_BROKERS).`);
    return { brokers: given, isOwn: false, close };
  }
  const found = await sources.findRunning();
  if (found !== null) {
    say(`Kafka: ${found} (npm run kafka:local).`);
    return { brokers: found, isOwn: false, close };
  }
  say('Kafka: starting a broker for the demo (none was named, and no npm run kafka:local runs)...');
  return startOwn(sources.start, (line) => say(`Kafka: ${line}`));
}

async function startOwn(start: KafkaSources['start'], log: (line: string) => void): Promise<DemoKafka> {
  try {
    const kafka = await start({ log });
    return { brokers: kafka.bootstrap, isOwn: true, close: () => kafka.stop() };
  } catch (error) {
    if (!(error instanceof LocalKafkaError)) throw error;
    throw new Error(`no Kafka can be had for the demo. ${error.message} Without --kafka the demo needs none.`, {
      cause: error,
    });
  }
}
