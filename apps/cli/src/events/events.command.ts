import { type Command, InvalidArgumentError } from 'commander';
import { withStorage } from '../projections/with-storage';
import type { ExportCommandOptions } from './export';
import type { ImportCommandOptions } from './import';

export function addEvents(program: Command): void {
  const events = program.command('events').description('all events in one file: backups, other machines, upgrades');
  withStorage(events.command('export'))
    .description('write the events to a file of gzip NDJSON, positions and all')
    .requiredOption('--out <file>', 'the file to write, such as events.ndjson.gz; it must not exist')
    .option('--from-position <position>', 'first position (default: 1)', position)
    .option('--to-position <position>', 'last position (default: the newest)', position)
    .option('--json', 'one JSON document about what was written')
    .addHelpText('after', exportDetails)
    .action(async (options: ExportCommandOptions) => (await import('./export')).exportToFile(options));
  withStorage(events.command('import'))
    .description('store the events of such a file, positions and all')
    .argument('<file>', 'what `events export` wrote')
    .option('--check', 'only read the file from end to end: no database is needed, nothing is stored')
    .option('--json', 'one JSON document about what was imported')
    .addHelpText('after', importDetails)
    .action(async (file: string, options: ImportCommandOptions) =>
      (await import('./import')).importFile(file, options),
    );
}

function position(text: string): number {
  if (!/^[1-9]\d{0,15}$/.test(text)) throw new InvalidArgumentError('a position is a whole number from 1.');
  return Number(text);
}

const exportDetails = `
Writing to the store goes on meanwhile. The file appears when it is whole; interrupted, there is none. The same events
give the same file.

Examples:
  streakline events export --out events.ndjson.gz
  streakline events export --from-position 1000001 --out since-a-million.ndjson.gz`;

const importDetails = `
The whole file is checked first: of one that was cut short or altered nothing is stored. Interrupted, run it again: it
goes on where it was. A store that holds other events is refused. The read models follow by themselves when a server
runs, and otherwise at its next start; 'streakline projections rebuild' is quickest after many events.

Examples:
  streakline events import events.ndjson.gz --check
  streakline events import events.ndjson.gz --data-dir ./new-data`;
