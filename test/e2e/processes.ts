import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { type Answer, eventually, type Json } from './http-api';

const run = resolve(__dirname, '../../bin/run.js');

export type ProcessName = 'intake' | 'relay' | 'projector' | 'query';

/** One of the processes, as it is run in production: a `node` of its own, told by its environment. */
export interface RunningProcess {
  readonly name: ProcessName;
  readonly url: string;
  readonly child: ChildProcess;
  get(path: string): Promise<Answer>;
  post(path: string, body: unknown): Promise<Answer>;
  /** The text at /metrics. */
  metrics(): Promise<string>;
  /** Waits until /health/ready answers 200; returns what it said. */
  ready(): Promise<Json>;
  /** Sends a signal and waits for the end: the exit code, or the signal that ended it. */
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null>;
}

/** Runs a process until the test file is done; resolves when it listens. */
export async function startProcess(name: ProcessName, env: NodeJS.ProcessEnv): Promise<RunningProcess> {
  const { child, exited, stderr } = spawnProcess(name, env);
  let stdout = '';
  const url = await new Promise<string>((found, failed) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      const address = new RegExp(`^${name} listens on (http://\\S+:\\d+)\n`, 'm').exec(stdout)?.[1];
      if (address !== undefined) found(address);
    });
    void exited.then((how) => failed(new Error(`${name} ended with ${String(how)} before it listened: ${stderr()}`)));
  });
  return {
    ...{ name, url, child },
    get: (path) => answerOf(url + path, {}),
    post: (path, body) => {
      const headers = { 'Content-Type': 'application/json' };
      return answerOf(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    },
    metrics: async () => (await fetch(`${url}/metrics`)).text(),
    ready: () => untilReady(name, url, stderr),
    end: (signal) => {
      child.kill(signal);
      return exited;
    },
  };
}

/** A process that is expected to give up: its exit code and what it said. */
export async function failedStart(
  name: ProcessName,
  env: NodeJS.ProcessEnv,
): Promise<{ readonly code: unknown; readonly stderr: string }> {
  const { exited, stderr } = spawnProcess(name, env);
  return { code: await exited, stderr: stderr().replace(/^streakline: built .*\n/gm, '') };
}

const left = new Set<ChildProcess>();

/** Ends what a test left behind. For `afterAll`. */
export async function endProcesses(): Promise<void> {
  for (const child of left) {
    const gone = once(child, 'exit');
    if (child.kill('SIGKILL')) await gone;
  }
}

function spawnProcess(name: ProcessName, env: NodeJS.ProcessEnv) {
  const given = { ...process.env, STREAKLINE_PORT: '0', STREAKLINE_LOG_LEVEL: 'warn', ...env };
  const child = spawn(process.execPath, [run, `apps/${name}/src/main`], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: given,
  });
  left.add(child);
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  // `close`: everything it said has come.
  const exited = (once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>).then(([code, signal]) => {
    left.delete(child);
    return code ?? signal;
  });
  return { child, exited, stderr: () => errors };
}

async function untilReady(name: string, url: string, stderr: () => string): Promise<Json> {
  let last: unknown;
  try {
    return await eventually(async () => {
      const { status, body } = await answerOf(`${url}/health/ready`, {});
      last = body;
      return status === 200 ? body : undefined;
    }, 45);
  } catch (error) {
    throw new Error(`${name} does not get ready: ${JSON.stringify(last)}\n${stderr()}`, { cause: error });
  }
}

async function answerOf(url: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(url, init);
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: (text === '' ? {} : JSON.parse(text)) as Json };
}
