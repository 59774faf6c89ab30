import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A process of its own that runs a TypeScript file of this workspace. */
export interface TypeScriptProcess {
  readonly child: ChildProcess;
  readonly pid: number;
  /** The next line on its standard output; rejects, with what it said on standard error, if it ends before. */
  nextLine(): Promise<string>;
  /** All it said on standard error so far. */
  said(): string;
  readonly exited: Promise<number | null>;
  /** SIGKILL, to all of its group, unless it has ended; resolves when it is gone. */
  kill(): Promise<void>;
}

export interface SpawnOptions {
  readonly uid?: number;
  readonly gid?: number;
  readonly env?: NodeJS.ProcessEnv;
}

/** Starts `node` on a TypeScript file, as its own process group, so that a test can kill all of it. */
export function spawnTypeScript(file: string, args: readonly string[], options: SpawnOptions = {}): TypeScriptProcess {
  const child = spawn(process.execPath, ['-r', join(__dirname, 'register-typescript.js'), file, ...args], {
    ...options,
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  // What is written to a process that was killed meanwhile goes nowhere, and that is its `exited`'s to tell.
  child.stdin.on('error', () => undefined);
  const exited = new Promise<number | null>((resolve) => {
    child.once('exit', resolve);
  });
  const pid = child.pid ?? -1;
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    child,
    pid,
    exited,
    said: () => errors,
    nextLine: async () => {
      const { value, done } = await lines.next();
      if (done === true) throw new Error(`${file} ended: ${errors}`);
      return value;
    },
    kill: async () => {
      if (child.exitCode === null && child.signalCode === null && pid > 0) process.kill(-pid, 'SIGKILL');
      await exited;
    },
  };
}
