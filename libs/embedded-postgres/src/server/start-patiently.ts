import { setTimeout as wait } from 'node:timers/promises';
import { EmbeddedPostgresError } from '../embedded-postgres-error';
import { freePort } from './free-port';
import { startPostmaster, type Postmaster, type ServerOptions } from './postmaster';

// A killed server can stay visible as a zombie until its new parent reaps it (1.7 s were seen), and its sessions
// need a moment to notice its end and let go of the shared memory.
const PATIENCE_MS = 30_000;

/** Starts the server, on `port` where it is given; tries again while remains of the one before are in the way. */
export async function startPatiently(options: ServerOptions, port?: number): Promise<Postmaster> {
  for (const until = Date.now() + PATIENCE_MS; ;) {
    const started = await startPostmaster(options, port ?? (await freePort()));
    if (!('failure' in started)) return started;
    if (started.failure === 'other' || Date.now() > until) {
      throw new EmbeddedPostgresError(
        started.failure === 'notReapedYet' ? 'folderInUse' : 'startFailed',
        `PostgreSQL did not start on ${options.folder.path}: ${started.reason} (its log: ${options.folder.log}).`,
      );
    }
    await wait(100);
  }
}
