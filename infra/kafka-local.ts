import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { isRunning } from '@streakline/embedded-postgres';
import {
  announceLocalKafka,
  kafkaFolder,
  LocalKafkaError,
  prepareKafka,
  startLocalKafka,
} from '@streakline/local-kafka';

/*
 * npm run kafka:local -- [--brokers 1|3] [--data-dir <folder>] [--prepare]
 *
 * Serves until it is stopped by Ctrl-C or SIGTERM, or until the process of --with-process has ended (for test runs).
 * With --prepare it only fetches Kafka and makes it ready for quick starts (for CI, and before going offline). The one
 * line on standard output is what a shell can evaluate: KAFKA_BROKERS=127.0.0.1:port[,...]
 */

const say = (line: string) => process.stderr.write(`kafka:local: ${line}\n`);

interface Asked {
  readonly brokers: number;
  /** Undefined: a temporary one. */
  readonly dataDir: string | undefined;
  readonly withProcess: number | undefined;
  readonly prepare: boolean;
}

function readArguments(): Asked {
  const { values } = parseArgs({
    options: {
      brokers: { type: 'string', default: '1' },
      'data-dir': { type: 'string' },
      'with-process': { type: 'string' },
      prepare: { type: 'boolean', default: false },
    },
  });
  if (!/^[13]$/.test(values.brokers)) throw new Error(`--brokers is 1 or 3, not ${values.brokers}`);
  const brokers = Number(values.brokers);
  const withProcess = values['with-process'] === undefined ? undefined : Number(values['with-process']);
  const kept = withProcess === undefined ? join(kafkaFolder(), `local-${brokers}`) : undefined;
  return { brokers, withProcess, prepare: values.prepare, dataDir: values['data-dir'] ?? kept };
}

/** Resolves at the first signal that asks this process to stop; a second one ends it at once, and the brokers with it. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let askedAt = 0;
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(name, () => {
        // On Ctrl-C the terminal tells everyone, and npm tells its child once more: that is one wish.
        if (askedAt > 0 && Date.now() - askedAt > 1_000) process.exit(130);
        askedAt ||= Date.now();
        resolve();
      });
    }
  });
}

/** Resolves when a process has ended. */
async function endOf(pid: number): Promise<void> {
  // Not what keeps this process alive: told to stop, it must not wait for the other one's end.
  while (isRunning(pid)) await wait(500, undefined, { ref: false });
}

async function serve({ brokers, dataDir, withProcess }: Asked): Promise<void> {
  const stopAsked = stopSignal();
  const kafka = await startLocalKafka({ brokers, log: say, ...(dataDir && { dataDir }) });
  const takeBack = withProcess === undefined ? announceLocalKafka(kafka.bootstrap) : () => undefined;
  process.stdout.write(`KAFKA_BROKERS=${kafka.bootstrap}\n`);
  say(`${brokers} broker(s) up, data in ${dataDir ?? 'a temporary folder'}; Ctrl-C stops`);
  // A process without a timer or a socket would end: the brokers are not its children in that sense.
  const alive = setInterval(() => undefined, 2 ** 30);
  await (withProcess === undefined ? stopAsked : Promise.race([stopAsked, endOf(withProcess)]));
  say('stopping');
  takeBack();
  await kafka.stop();
  clearInterval(alive);
}

async function run(asked: Asked): Promise<void> {
  if (asked.prepare) {
    await prepareKafka(say);
    say('Apache Kafka is ready to start');
    return;
  }
  const given = process.env['KAFKA_BROKERS'];
  if (given === undefined || given === '') return serve(asked);
  process.stdout.write(`KAFKA_BROKERS=${given}\n`);
  say('KAFKA_BROKERS is set: that Kafka is used and none is started; unset it to start one here');
}

function main(): void {
  try {
    run(readArguments()).catch((error: unknown) => fail(error, 1));
  } catch (error) {
    fail(error, 2);
  }
}

function fail(error: unknown, exitCode: number): void {
  const expected = error instanceof LocalKafkaError || exitCode === 2;
  say(error instanceof Error ? ((expected ? undefined : error.stack) ?? error.message) : String(error));
  process.exitCode = exitCode;
}

main();
