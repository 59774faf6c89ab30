import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const launcher = resolve(__dirname, '../../bin/streakline.js');

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `streakline` as a shell would, in a process of its own, to its end. */
export async function streakline(args: readonly string[], input = '', env: NodeJS.ProcessEnv = {}): Promise<Finished> {
  return startStreakline(args, input, env).finished;
}

/** Starts `streakline` and leaves it to the test, which may send it signals meanwhile. */
export function startStreakline(
  args: readonly string[],
  input = '',
  env: NodeJS.ProcessEnv = {},
): { readonly child: ChildProcess; readonly finished: Promise<Finished> } {
  const child = spawn(process.execPath, [launcher, ...args], { stdio: 'pipe', env: { ...process.env, ...env } });
  const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)];
  // The command may have given up on its input before it got here.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const finished = (once(child, 'close') as Promise<[number | null]>).then(([code]) => ({
    code,
    stdout: stdout(),
    stderr: withoutBuildLine(stderr()),
  }));
  return { child, finished };
}

/** Runs `streakline` until its standard error says `text`, sends it a signal then, and waits for its end. */
export async function streaklineUntil(
  text: string,
  signal: NodeJS.Signals,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Finished> {
  const child = spawn(process.execPath, [launcher, ...args], { stdio: 'pipe', env: { ...process.env, ...env } });
  const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)];
  let sent = false;
  child.stderr.on('data', () => {
    if (!sent && stderr().includes(text)) sent = child.kill(signal);
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout: stdout(), stderr: withoutBuildLine(stderr()) };
}

/** A `streakline serve` that is up. */
export interface Served {
  readonly url: string;
  readonly process: ChildProcess;
  /** Kills the node process alone, or its whole process group, and waits until it is gone. */
  kill(whom: 'process' | 'group', signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts `streakline serve` on a free port, as the leader of a process group of its own. */
export async function serve(dataDir: string, more: readonly string[] = []): Promise<Served> {
  const child = spawn(process.execPath, [launcher, 'serve', '--port', '0', '--data-dir', dataDir, ...more], {
    stdio: 'pipe',
    detached: true,
  });
  const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)];
  const closed = once(child, 'exit') as Promise<[number | null]>;
  const url = await new Promise<string>((found, failed) => {
    child.stdout.on('data', () => {
      const address = /http:\/\/\S+:\d+/.exec(stdout());
      if (address) found(address[0]);
    });
    void closed.then(([code]) => failed(new Error(`serve ended with ${String(code)} before it listened: ${stderr()}`)));
  });
  left.set(child, closed);
  const kill = async (whom: 'process' | 'group', signal: NodeJS.Signals) => {
    const pid = child.pid ?? 0;
    process.kill(whom === 'group' ? -pid : pid, signal);
    const [code] = await closed;
    left.delete(child);
    return code;
  };
  return { url, process: child, kill };
}

/** Servers that a failed test left behind. */
const left = new Map<ChildProcess, Promise<unknown>>();

async function stopThoseLeft(): Promise<void> {
  for (const [child, closed] of left) {
    child.kill('SIGTERM');
    await closed;
  }
}

/** A folder that is removed after the test file, once the servers on it are stopped. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'streakline-cli-'));
  // As root, PostgreSQL runs as another user, which must be able to walk through.
  chmodSync(folder, 0o755);
  afterAll(async () => {
    await stopThoseLeft();
    await rm(folder, { recursive: true, force: true });
  });
  return folder;
}

function collect(stream: NodeJS.ReadableStream): () => string {
  let text = '';
  stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  return () => text;
}

/** The launcher says so when it had to build first. */
function withoutBuildLine(text: string): string {
  return text.replace(/^streakline: built (?:\d+ files|the dashboard) in .*\n/gm, '');
}
