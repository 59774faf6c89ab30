import { get } from 'node:http';
import { Writable } from 'node:stream';
import { type ApiKey, ApiKeyStore, apiKeysMigrations, type Scope } from '@streakline/api-keys';
import { type Database, openDatabase } from '@streakline/database';
import { createLog } from '@streakline/observability';
import { createTestDatabase, type TestDatabase } from '@streakline/testing';
import { startStandalone, type Standalone, type StandaloneOptions } from '../../apps/standalone/src/start-standalone';
import type { Json } from './http-api';

/** A key with what it is shown by. */
export interface MadeKey {
  readonly key: ApiKey;
  readonly token: string;
}

/** A database with API keys, and the servers on it. */
export class KeyedApi {
  /** Of every server, as it was written. */
  readonly lines: string[] = [];
  readonly log = createLog(
    'info',
    new Writable({ write: (line: Buffer, _, done) => done(void this.lines.push(line.toString())) }),
  );
  private readonly servers: { close(): Promise<void> }[] = [];

  private constructor(
    private readonly made: TestDatabase,
    private readonly database: Database,
    readonly keys: ApiKeyStore,
  ) {}

  static async make(): Promise<KeyedApi> {
    const made = await createTestDatabase();
    const database = await openDatabase({ url: made.url, migrations: apiKeysMigrations, poolSize: 3 });
    await database.migrate();
    return new KeyedApi(made, database, new ApiKeyStore(database.pool));
  }

  get databaseUrl(): string {
    return this.made.url;
  }

  /** Makes a key, under a name of its own unless one is given. */
  async key(
    scopes: readonly Scope[],
    { name = `key ${Math.random()}`, expiresAt = null as Date | null } = {},
  ): Promise<MadeKey> {
    return this.keys.create({ name, scopes, expiresAt });
  }

  /** Starts a standalone server. */
  async start(options: Partial<StandaloneOptions> = {}): Promise<Standalone> {
    const server = await startStandalone({ databaseUrl: this.made.url, port: 0, log: this.log, ...options });
    return this.alsoClose(server);
  }

  alsoClose<Server extends { close(): Promise<void> }>(server: Server): Server {
    this.servers.push(server);
    return server;
  }

  /** Lines of the log that are audit lines. */
  audited(): readonly Json[] {
    return this.lines.map((line) => JSON.parse(line) as Json).filter((line) => line['audit'] === true);
  }

  async close(): Promise<void> {
    for (const server of this.servers) await server.close();
    await this.database.close();
    await this.made.drop();
  }
}

/** Asks on the loopback address, under another name: fetch always sends the address itself as Host. */
export function askAs(
  host: string,
  url: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number | undefined; readonly body: Json }> {
  return new Promise((resolve, reject) => {
    const where = { host: '127.0.0.1', port: new URL(url).port, path, headers: { ...headers, Host: host } };
    get(where, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.once('end', () => resolve({ status: response.statusCode, body: JSON.parse(text) as Json }));
    }).once('error', reject);
  });
}

/** Headers that show a key. */
export function bearer(token: string): Readonly<Record<string, string>> {
  return { Authorization: `Bearer ${token}` };
}
