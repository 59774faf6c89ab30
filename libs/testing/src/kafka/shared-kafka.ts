import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { kafkaFolder } from '@streakline/local-kafka';
import { KEEPER_FOLDER, RUN_FOLDER_VARIABLE, RUN_PID_VARIABLE } from './jest-run';

const PATIENCE_MS = 180_000;

/**
 * The bootstrap addresses of the one broker that the suites of a test run share: KAFKA_BROKERS where it is set, else a
 * local one, started by the first suite that asks and stopped when the test run has ended.
 */
export async function sharedKafka(): Promise<string> {
  const given = process.env['KAFKA_BROKERS'];
  if (given !== undefined && given !== '') return given;
  const folder = join(variable(RUN_FOLDER_VARIABLE), KEEPER_FOLDER);
  if (isFirst(folder)) startKeeper(folder);
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    const brokers = /^KAFKA_BROKERS=(.+)$/m.exec(read(join(folder, 'stdout')))?.[1];
    if (brokers !== undefined) return brokers;
    if (read(join(folder, 'ended')) !== '') break;
    await wait(50);
  }
  throw new Error(`no local Kafka came up: ${read(join(folder, 'stderr'))}`);
}

/** A process of its own keeps the broker: a worker may end before the others. The run's teardown ends it by its pid. */
function startKeeper(folder: string): void {
  const [out, err] = [openSync(join(folder, 'stdout'), 'a'), openSync(join(folder, 'stderr'), 'a')];
  const project = join(kafkaFolder(), '..');
  const script = join(project, 'bin', 'run.js');
  const args = [script, 'infra/kafka-local', '--with-process', variable(RUN_PID_VARIABLE)];
  const child = spawn(process.execPath, args, { cwd: project, detached: true, stdio: ['ignore', out, err] });
  writeFileSync(join(folder, 'pid'), String(child.pid ?? ''));
  child.once('exit', () => writeFileSync(join(folder, 'ended'), 'yes'));
  child.unref();
  closeSync(out);
  closeSync(err);
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function variable(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run the suite by Jest, whose global set-up sets it`);
  return value;
}
