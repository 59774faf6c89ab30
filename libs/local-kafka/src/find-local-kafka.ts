import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { identityOf } from '@streakline/embedded-postgres';
import { kafkaFolder } from './project-folder';

const PATIENCE_MS = 1_000;

interface Announced {
  readonly identity: string | null;
  readonly bootstrap: string;
}

/**
 * The addresses (as KAFKA_BROKERS has them) of a `npm run kafka:local` of this project that runs now: the newest whose
 * process lives and whose brokers answer. Null where there is none. Test runs' brokers are nobody else's.
 */
export async function findLocalKafka(folder = runningFolder()): Promise<string | null> {
  const newestFirst = entriesOf(folder).sort((a, b) => b.since - a.since);
  for (const { file, pid } of newestFirst) {
    const announced = read(file);
    if (announced === null || announced.identity === null || announced.identity !== identityOf(pid)) {
      rmSync(file, { force: true });
    } else if (await answers(announced.bootstrap)) return announced.bootstrap;
  }
  return null;
}

/** Makes this process's brokers known to {@link findLocalKafka}. Returns how to take that back. */
export function announceLocalKafka(bootstrap: string, folder = runningFolder()): () => void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, String(process.pid));
  writeFileSync(file, JSON.stringify({ identity: identityOf(process.pid), bootstrap } satisfies Announced));
  return () => rmSync(file, { force: true });
}

function runningFolder(): string {
  return join(kafkaFolder(), 'running');
}

function entriesOf(folder: string): { file: string; pid: number; since: number }[] {
  try {
    return readdirSync(folder).map((name) => {
      const file = join(folder, name);
      return { file, pid: Number(name), since: statSync(file).mtimeMs };
    });
  } catch {
    // nothing was ever announced here, or it is being taken back at this moment
    return [];
  }
}

function read(file: string): Announced | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Announced;
  } catch {
    // half written, or gone: it is announced when it can be read
    return null;
  }
}

/** Whether any of the brokers takes a connection: a client asks the others' addresses of that one. */
async function answers(bootstrap: string): Promise<boolean> {
  const answered = await Promise.all(bootstrap.split(',').map(takesConnection));
  return answered.includes(true);
}

function takesConnection(address: string): Promise<boolean> {
  const [host, port] = [
    address.slice(0, address.lastIndexOf(':')),
    Number(address.slice(address.lastIndexOf(':') + 1)),
  ];
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: PATIENCE_MS });
    const say = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => say(true));
    socket.once('timeout', () => say(false));
    socket.once('error', () => say(false));
  });
}
