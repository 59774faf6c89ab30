import { type Command, Option } from 'commander';
import { withStorage } from '../projections/with-storage';
import type { CreateKeyOptions } from './create';
import type { ListKeysOptions } from './list';
import type { RevokeKeyOptions } from './revoke';

export function addKeys(program: Command): void {
  const keys = program.command('keys').description('who may use the API, and for what');
  withStorage(keys.command('create'))
    .description('make an API key; it is shown once, on standard output')
    .requiredOption('--name <name>', 'whose it is; of keys that are not revoked, one has a name')
    .requiredOption('--scopes <list>', 'what it may do: some of read, ingest, operate, with commas between')
    .addOption(
      new Option('--expires <date>', 'refused from then on: a date (its end, in UTC) or an instant; default never'),
    )
    .option('--json', 'one JSON document')
    .addHelpText('after', createDetails)
    .action(async (options: CreateKeyOptions) => (await import('./create')).createKey(options));
  withStorage(keys.command('list'))
    .description('all keys, revoked ones included, without their secrets')
    .option('--json', 'one JSON document')
    .addHelpText('after', listDetails)
    .action(async (options: ListKeysOptions) => (await import('./list')).listKeys(options));
  withStorage(keys.command('revoke'))
    .argument('<id>', 'as `list` shows it; the key itself will do')
    .description('end a key for good; running servers refuse it within about a second')
    .option('--json', 'one JSON document')
    .addHelpText('after', revokeDetails)
    .action(async (id: string, options: RevokeKeyOptions) => (await import('./revoke')).revokeKey(id, options));
}

const createDetails = `
read: ask, studies and backtests included. ingest: record facts. operate: retry and close dead letters. None includes
another. From the first key on every request to the API needs one, on this machine too. A data folder that is not there
is made.

Examples:
  KEY=$(streakline keys create --name "price feed" --scopes ingest --data-dir ./data)
  streakline keys create --name analysts --scopes read --expires 2027-12-31 --json`;

const listDetails = `
Example:
  streakline keys list --data-dir ./data`;

const revokeDetails = `
Servers that run go on to ask for a key, also when the last one is revoked.

Example:
  streakline keys revoke 4be1c0ffee42 --data-dir ./data`;
