import { readFileSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SUPERUSER } from './folder/initialise-cluster';
import { isRunning } from './process-identity';
import { readPostmasterFile } from './server/postmaster-file';

/**
 * The server that another process runs on a data folder at this moment, for a second connection beside it; null where
 * none is up. It is not ours to stop, and it may be stopped by its owner at any time.
 */
export function findEmbeddedPostgres(dataDir: string): { readonly url: string } | null {
  try {
    const folder = realpathSync(resolve(dataDir));
    const cluster = join(folder, 'postgres');
    const server = readPostmasterFile(cluster);
    if (server === undefined || !server.ready || !isRunning(server.pid)) return null;
    // Its fourth line is the port, as pidfile.h has it.
    const port = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[3]);
    const password = readFileSync(join(folder, 'password'), 'utf8').trim();
    return { url: `postgres://${SUPERUSER}:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres` };
  } catch {
    // Gone between two reads, or no data folder of ours: nothing to connect to.
    return null;
  }
}
