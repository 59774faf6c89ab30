import { print } from '../output/print';
import { tableOf } from '../output/table';
import type { StorageOptions } from '../projections/open-projections';
import { documentOf } from './key-document';
import { withKeys } from './with-keys';

export interface ListKeysOptions extends StorageOptions {
  readonly json?: boolean;
}

export async function listKeys(options: ListKeysOptions): Promise<void> {
  const now = Date.now();
  const data = (await withKeys(options, (keys) => keys.list())).map((key) => documentOf(key, now));
  if (options.json === true) return print(`${JSON.stringify({ data }, null, 2)}\n`);
  const head = ['id', 'name', 'scopes', 'state', 'created', 'expires', 'last used', 'revoked'];
  const rows = data.map((key) => [
    ...[key.id, key.name, key.scopes.join(','), key.state, key.createdAt],
    ...[key.expiresAt ?? '-', key.lastUsedAt ?? '-', key.revokedAt ?? '-'],
  ]);
  return print(tableOf(head, rows, process.stdout.isTTY));
}
