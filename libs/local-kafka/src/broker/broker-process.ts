import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { LocalKafkaError } from '../local-kafka-error';
import { javaArguments, type Kafka } from './java';

/** One running broker process. */
export interface BrokerProcess {
  readonly pid: number;
  /** Resolves when it has ended. Keeps this process alive while it is awaited, and only then. */
  ended(): Promise<void>;
  onEnd(told: () => void): void;
}

const STARTED = 'Kafka Server started';
/** A broker waits for its peers before it is up; Java starts slowly on a machine with much else to do. */
const PATIENCE_MS = 120_000;

/** Starts a broker and waits until it serves. Its pid lies in `broker.pid`, its words in `broker.log`. */
export async function startBrokerProcess(
  kafka: Kafka,
  folder: string,
  jvm: readonly string[] = [],
): Promise<BrokerProcess> {
  const logFile = join(folder, 'broker.log');
  const child = spawnBroker(kafka, folder, logFile, jvm);
  const state: { ended?: true } = {};
  const exited = new Promise<void>((resolve) => {
    const end = () => {
      state.ended = true;
      resolve();
    };
    child.once('exit', end);
    child.once('error', end);
  });
  if (child.pid !== undefined) writeFileSync(join(folder, 'broker.pid'), String(child.pid));
  const until = Date.now() + PATIENCE_MS;
  while (state.ended === undefined && Date.now() < until) {
    if (child.pid !== undefined && readFileSync(logFile, 'utf8').includes(STARTED)) {
      return { pid: child.pid, ended: () => endOf(child, exited), onEnd: (told) => void exited.then(told) };
    }
    await wait(40);
  }
  child.kill('SIGKILL');
  throw whyNotStarted(logFile);
}

function endOf(child: ChildProcess, exited: Promise<void>): Promise<void> {
  // Left without, a process whose only wish is to see its broker gone would end before that, its folder left behind.
  child.ref();
  return exited;
}

function whyNotStarted(logFile: string): LocalKafkaError {
  const reason = lastError(logFile);
  return /Address already in use|BindException/.test(readFileSync(logFile, 'utf8'))
    ? new LocalKafkaError(
        'portTaken',
        `A Kafka broker did not start: another program took its port in the meantime. Start it again: it takes free ones (its log: ${logFile}).`,
      )
    : new LocalKafkaError('startFailed', `A Kafka broker did not start: ${reason} (its log: ${logFile}).`);
}

function spawnBroker(kafka: Kafka, folder: string, logFile: string, jvm: readonly string[]): ChildProcess {
  const log = openSync(logFile, 'w');
  const child = spawn(kafka.java, javaArguments(kafka, 'kafka.Kafka', [join(folder, 'server.properties')], jvm), {
    stdio: ['ignore', log, log],
    // Its own session: Ctrl-C reaches the whole group of a terminal, and clients must be done before their broker is.
    detached: true,
  });
  closeSync(log);
  child.unref();
  return child;
}

function lastError(logFile: string): string {
  const lines = readFileSync(logFile, 'utf8').trim().split('\n');
  return lines.findLast((line) => /ERROR|Exception|FATAL/.test(line)) ?? lines.at(-1) ?? 'it said nothing';
}
