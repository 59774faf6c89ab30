import { setTimeout as wait } from 'node:timers/promises';
import { EmbeddedPostgresError } from '../embedded-postgres-error';
import { freePort } from './free-port';
import { isInUse, removePostmasterFile } from './postmaster-file';
import { startPostmaster, type Postmaster, type ServerOptions } from './postmaster';

// A killed server can stay visible as a zombie until its new parent reaps it (1.7 s were seen), and its sessions
// need a moment to notice its end and let go of the shared memory.
const PATIENCE_MS = 30_000;
// Where nobody reaps (a container whose first process is no init), the zombie stays for ever: PostgreSQL's own check of
// the pid would never pass. By then its sessions are gone, too, or `isInUse` still sees them.
const UNREAPED_AFTER_MS = 3_000;

/** Starts the server, on `port` where it is given; tries again while remains of the one before are in the way. */
export async function startPatiently(options: ServerOptions, port?: number): Promise<Postmaster> {
  const began = Date.now();
  for (;;) {
    const started = await startPostmaster(options, port ?? (await freePort()));
    if (!('failure' in started)) return started;
    if (started.failure === 'other' || Date.now() > began + PATIENCE_MS) {
      throw new EmbeddedPostgresError(
        started.failure === 'notReapedYet' ? 'folderInUse' : 'startFailed',
        `PostgreSQL did not start on ${options.folder.path}: ${started.reason} (its log: ${options.folder.log}).`,
      );
    }
    if (Date.now() > began + UNREAPED_AFTER_MS && !isInUse(options.folder.cluster))
      removePostmasterFile(options.folder.cluster);
    await wait(100);
  }
}
