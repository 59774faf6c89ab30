import { findBinaryPackage } from './binaries/binary-package';
import { runnableBinaries } from './binaries/runnable-binaries';
import { EmbeddedPostgresError } from './embedded-postgres-error';
import { claimFolder } from './folder/claim';
import { describeCluster, openDataFolder, passwordOf, wayInto, type DataFolder } from './folder/data-folder';
import { initialiseCluster, SUPERUSER } from './folder/initialise-cluster';
import { chooseUser } from './run-as';
import type { ServerOptions } from './server/postmaster';
import type { Durability } from './server/settings';
import { startPatiently } from './server/start-patiently';
import { stopOrphan } from './server/stop-orphan';
import { supervise, type SupervisedServer } from './server/supervise';

export interface EmbeddedPostgresOptions {
  /** Made if it does not exist. One process at a time owns it; nothing else may lie in it. */
  readonly dataDir: string;
  /** Told of what is out of the ordinary, in one line each. Default: nobody. */
  readonly log?: (line: string) => void;
  /** Default `full`: what was committed survives a crash of the machine. `none` is for tests. */
  readonly durability?: Durability;
}

/** A running server that only this machine reaches, and only with the password in its url. */
export interface EmbeddedPostgres {
  /** A connection string, good until stop(): a server that dies in between is started again on the same port. */
  readonly url: string;
  readonly dataDir: string;
  /** Of the server process, for tests that kill it. */
  readonly pid: number;
  /** Ends the sessions, writes everything out, stops the server; resolves when it is gone. Call it last. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL on a data folder, made on first use; a server that a killed process left there is stopped first.
 * Throws {@link EmbeddedPostgresError} where the folder cannot be used: not ours, in use, out of the server's reach,
 * or of another major version.
 *
 * @example
 * const postgres = await startEmbeddedPostgres({ dataDir: '/var/lib/streakline' });
 * const pool = new Pool({ connectionString: postgres.url });
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const log = options.log ?? (() => undefined);
  const folder = openDataFolder(options.dataDir);
  const claim = await claimFolder(folder);
  try {
    const { server, password } = await startServer(folder, options.durability ?? 'full', log);
    return running(folder, server, password, claim.release);
  } catch (error) {
    claim.release();
    throw error;
  }
}

async function startServer(
  folder: DataFolder,
  durability: Durability,
  log: (line: string) => void,
): Promise<{ server: SupervisedServer; password: string }> {
  const cluster = describeCluster(folder);
  const user = chooseUser(cluster);
  const binaryPackage = findBinaryPackage();
  checkCluster(folder, cluster, binaryPackage.major);
  const wayIn = wayInto(folder, user);
  const binaries = runnableBinaries(binaryPackage, user);
  const options: ServerOptions = { folder, user, wayIn, durability, binaries };
  const password = passwordOf(folder);
  initialiseCluster(folder, { ...options, password, durable: durability === 'full' });
  await stopOrphan(folder, log);
  const first = await startPatiently(options);
  return { server: supervise(first, (port) => startPatiently(options, port), log), password };
}

function running(
  folder: DataFolder,
  server: SupervisedServer,
  password: string,
  release: () => void,
): EmbeddedPostgres {
  return {
    url: `postgres://${SUPERUSER}:${encodeURIComponent(password)}@127.0.0.1:${server.port}/postgres`,
    dataDir: folder.path,
    get pid() {
      return server.pid;
    },
    stop: async () => {
      await server.stop();
      release();
    },
  };
}

function checkCluster(folder: DataFolder, cluster: ReturnType<typeof describeCluster>, major: number): void {
  if (cluster === undefined || cluster.major === major) return;
  throw new EmbeddedPostgresError(
    'otherMajorVersion',
    `${folder.path} was made by PostgreSQL ${cluster.major} and this is PostgreSQL ${major}: use the release of Streakline that made it, or dump and restore.`,
  );
}
