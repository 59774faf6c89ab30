import { setTimeout as wait } from 'node:timers/promises';
import { shutDown, signal } from './stop-orphan';
import type { Postmaster } from './postmaster';

/** A server that is kept running until it is stopped. */
export interface SupervisedServer {
  readonly pid: number;
  readonly port: number;
  stop(): Promise<void>;
}

const MAX_RESTARTS = 5;
const RESTARTS_FORGOTTEN_AFTER_MS = 60_000;

/** Starts the server again on its port whenever it ends by itself (killed, out of memory): its url stays good. */
export function supervise(
  first: Postmaster,
  restart: (port: number) => Promise<Postmaster>,
  log: (line: string) => void,
): SupervisedServer {
  let current: Postmaster | undefined = first;
  let stopping: Promise<void> | undefined;
  const mayRestart = restartBudget();
  // The last resort of a process that ends without stop(): by then it has drained, or never will.
  const onExit = () => current && signal(current.pid, 'SIGINT');
  process.once('exit', onExit);
  const watch = async (server: Postmaster): Promise<void> => {
    await server.exited;
    current = undefined;
    if (stopping !== undefined) return;
    if (!mayRestart()) {
      log(`PostgreSQL ended ${MAX_RESTARTS + 1} times within a minute and is given up`);
      return;
    }
    log(`PostgreSQL (pid ${server.pid}) ended unexpectedly: starting it again`);
    current = await restart(server.port);
    return watch(current);
  };
  const watching = watch(first).catch((error: unknown) => log(error instanceof Error ? error.message : String(error)));
  const shutDownCurrent = async () => {
    // A restart may be under way: its server would be nobody's, so that whatever runs is stopped until nothing does.
    let settled = false;
    void watching.then(() => (settled = true));
    do {
      if (current !== undefined) await shutDown(current.pid);
      await wait(5);
    } while (!settled);
    process.removeListener('exit', onExit);
  };
  return {
    port: first.port,
    get pid() {
      return current?.pid ?? first.pid;
    },
    stop: () => (stopping ??= shutDownCurrent()),
  };
}

/** Says whether the server may be started once more: a server that keeps ending is not kept starting. */
function restartBudget(): () => boolean {
  const restarts: number[] = [];
  return () => {
    const now = Date.now();
    while (restarts[0] !== undefined && restarts[0] < now - RESTARTS_FORGOTTEN_AFTER_MS) restarts.shift();
    return restarts.push(now) <= MAX_RESTARTS;
  };
}
