import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A process of Streakline's, run beside this one. */
export interface ChildService {
  readonly name: string;
  /** Its address, once it listens; rejects as `failed` does. */
  readonly url: Promise<string>;
  /** Rejects, with the last that it said, when it ends without being asked to. */
  readonly failed: Promise<never>;
  /** SIGTERM; resolves when it is gone. */
  stop(): Promise<void>;
}

/** The apps' folder of the very build that this process runs from. */
const apps = join(__dirname, '..', '..', '..', '..');
/** Lines of its log kept to explain its end. */
const KEPT_LINES = 5;

/** Starts an app's main. It ends with this process at the latest. */
export function startChild(name: string, environment: NodeJS.ProcessEnv): ChildService {
  const child = spawn(process.execPath, [join(apps, name, 'src', 'main.js')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment,
    // A group of its own: Ctrl-C reaches the whole group of a terminal, and here the order of ending matters.
    detached: true,
  });
  const kill = () => void child.kill('SIGKILL');
  process.once('exit', kill);
  const said = lastLines(child);
  const state = { asked: false };
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('close', resolve);
  });
  void ended.then(() => process.removeListener('exit', kill));
  const failed = ended.then((code) => {
    if (state.asked) return new Promise<never>(() => undefined);
    throw new Error(`the ${name} process ended with ${code === null ? 'a signal' : `code ${code}`}: ${said()}`);
  });
  // Whoever waits for anything else of it hears of it there.
  failed.catch(() => undefined);
  const url = Promise.race([listening(child), failed]);
  url.catch(() => undefined);
  return {
    name,
    url,
    failed,
    stop: async () => {
      state.asked = true;
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** The address in the one line that it prints once it listens. */
function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.stdout?.setEncoding('utf8');
    if (child.stdout === null) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      const url = /listens on (http:\S+)/.exec(line)?.[1];
      if (url !== undefined) resolve(url);
    });
  });
}

function lastLines(child: ChildProcess): () => string {
  const lines: string[] = [];
  if (child.stderr !== null) {
    createInterface({ input: child.stderr }).on('line', (line) => {
      lines.push(line);
      if (lines.length > KEPT_LINES) lines.shift();
    });
  }
  return () => (lines.length === 0 ? 'it said nothing' : lines.join(' | '));
}
