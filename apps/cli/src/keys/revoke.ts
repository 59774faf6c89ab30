import { idIn } from '@streakline/api-keys';
import { UsageError } from '../failures';
import { print } from '../output/print';
import type { StorageOptions } from '../projections/open-projections';
import { documentOf, stateOf } from './key-document';
import { withKeys } from './with-keys';

export interface RevokeKeyOptions extends StorageOptions {
  readonly json?: boolean;
}

export async function revokeKey(given: string, options: RevokeKeyOptions): Promise<void> {
  const id = idIn(given);
  // What was typed is not repeated: it may be most of a secret.
  if (id === undefined)
    throw new UsageError('give the id of a key, 12 hexadecimal digits, as `streakline keys list` shows it');
  const now = Date.now();
  const { revoked, left } = await withKeys(options, async (keys) => {
    const revoked = await keys.revoke(id);
    return { revoked, left: (await keys.list()).filter((key) => stateOf(key, now) !== 'revoked').length };
  });
  if (revoked === undefined) throw new Error(`there is no key ${id}: streakline keys list shows all`);
  const { key, again } = revoked;
  process.stderr.write(
    `streakline: key ${key.id}, ${JSON.stringify(key.name)}, ${again ? 'was revoked before' : 'is revoked'}\n`,
  );
  if (left === 0) process.stderr.write(`streakline: ${NONE_LEFT}\n`);
  if (options.json === true) await print(`${JSON.stringify(documentOf(key, now), null, 2)}\n`);
}

const NONE_LEFT =
  'no key is left. Servers that run answer nobody until there is one; a server that is started without any answers its own machine, or a network declared trusted, without a key: mind what a proxy lets through to it';
