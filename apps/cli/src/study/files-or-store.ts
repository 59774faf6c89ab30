import { Command } from 'commander';
import { UsageError } from '../failures';
import { withStoreOptions } from './on-store/store-options';

/** What a study on the store has no use for. */
const FILES_ONLY = ['market', 'groupVariance', 'details'];

/**
 * Whether a study is of two files, or else of announcements on record. One file without the other, and options that say
 * nothing to the chosen kind, are refused: ignored, they would be taken for heeded.
 */
export function areOnFiles(
  options: { readonly returns?: string; readonly events?: string; readonly by?: string },
  command: Command,
): boolean {
  const onFiles = options.returns !== undefined && options.events !== undefined;
  if (!onFiles && options.returns !== undefined) throw new UsageError('--returns is nothing without --events');
  if (!onFiles && options.events !== undefined) throw new UsageError('--events is nothing without --returns');
  const foreign = onFiles ? storeOnly() : FILES_ONLY;
  const given = command.options.find((option) => {
    const name = option.attributeName();
    return foreign.includes(name) && command.getOptionValueSource(name) === 'cli';
  });
  if (given === undefined) return checkedGroups(options.by, onFiles);
  throw new UsageError(`${given.long ?? given.flags} is for a study on ${onFiles ? 'the store' : 'files'}`);
}

/** A file has a column of groups; announcements on record have traits. */
function checkedGroups(by: string | undefined, onFiles: boolean): boolean {
  if (by === undefined || (by === 'group') === onFiles) return onFiles;
  throw new UsageError(`--by ${by} is for a study on ${onFiles ? 'the store' : 'files'}`);
}

function storeOnly(): readonly string[] {
  return withStoreOptions(new Command()).options.map((option) => option.attributeName());
}
