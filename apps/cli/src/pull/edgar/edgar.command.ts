import { type Command, Option } from 'commander';
import { withStorage } from '../../projections/with-storage';
import type { PullEdgarOptions } from './pull-edgar';

export function addPullEdgar(pull: Command): void {
  withStorage(pull.command('edgar'))
    .description("fetch an issuer's filings from the SEC's EDGAR, and record what they told")
    .requiredOption('--cik <number>', "the issuer's central index key, such as 1018724")
    .addOption(
      new Option('--contact <text>', 'your name and mail address, which EDGAR wants to be told').env(
        'STREAKLINE_EDGAR_CONTACT',
      ),
    )
    .option('--since <date>', 'only filings from this date on (default: all)')
    .option('--instrument <ref>', 'the issuer is that of this instrument: an id, or MIC:SYMBOL')
    .option('--out <folder>', 'where the files go (default: edgar/CIK##########)')
    .option('--covers', 'fetch the XBRL of reports too: their covers count shares by class')
    .option('--no-import', 'fetch, and record nothing')
    .option('--base-url <url>', 'another address than that of the SEC, laid out alike')
    .option('--json', 'one JSON document about what was recorded; with --no-import about what was fetched')
    .addHelpText('after', details)
    .action(async (options: PullEdgarOptions) => (await import('./pull-edgar')).pullEdgarFiles(options));
}

const details = `
At most 8 requests a second go out, and a pause that EDGAR asks for is kept. The same command again asks only for what
changed; after Ctrl-C or a crash it goes on where it was. docs/guides/edgar-pull.md tells what is fetched and why.

Examples:
  streakline pull edgar --cik 1018724 --since 2025-01-01 --contact "Jane Doe jane@example.com"
  streakline pull edgar --cik 1018724 --no-import --out ./filings`;
