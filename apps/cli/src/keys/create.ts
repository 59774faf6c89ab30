import { KeyNameInUse } from '@streakline/api-keys';
import { UsageError } from '../failures';
import { print } from '../output/print';
import type { StorageOptions } from '../projections/open-projections';
import { documentOf } from './key-document';
import { expiryOf, nameOf, scopesOf } from './key-options';
import { makeFolder, withKeys } from './with-keys';

export interface CreateKeyOptions extends StorageOptions {
  readonly name: string;
  readonly scopes: string;
  readonly expires?: string;
  readonly json?: boolean;
}

export async function createKey(options: CreateKeyOptions): Promise<void> {
  const now = Date.now();
  const asked = {
    name: nameOf(options.name),
    scopes: scopesOf(options.scopes),
    expiresAt: expiryOf(options.expires, now),
  };
  await makeFolder(options);
  const { key, token } = await withKeys(options, (keys) => keys.create(asked)).catch((error: unknown) => {
    throw error instanceof KeyNameInUse ? new UsageError(error.message) : error;
  });
  const until = key.expiresAt === null ? '' : ` until ${key.expiresAt.toISOString()}`;
  process.stderr.write(
    `streakline: key ${key.id}, ${JSON.stringify(key.name)}, may ${key.scopes.join(', ')}${until}. It is shown this once: keep it as a secret.\n`,
  );
  await print(
    options.json === true ? `${JSON.stringify({ ...documentOf(key, now), key: token }, null, 2)}\n` : `${token}\n`,
  );
}
