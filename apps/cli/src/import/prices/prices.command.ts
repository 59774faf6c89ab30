import { type Command, Option } from 'commander';
import { withStorage } from '../../projections/with-storage';
import { parseDate } from '../../backtest/settings-options';
import type { ImportPricesOptions } from './import-prices';

export function addImportPrices(imports: Command): void {
  withStorage(imports.command('prices'))
    .description("record daily bars from vendors' files; what a file says twice is recorded once")
    .argument('<path...>', 'files, folders, and patterns such as "data/*.csv"')
    .option('--instrument <ref>', 'all rows are of this one: an id, or MIC:SYMBOL')
    .addOption(
      new Option(
        '--by <what>',
        "whose a row is, where --instrument does not say (default: the format's own column, else the file's name)",
      ).choices(['file', 'column']),
    )
    .option('--mic <mic>', 'the exchange of bare symbols, such as XNAS')
    .option('--format <name>', 'the format, where it is not recognised')
    .option('--columns <list>', 'what the columns hold, such as date,symbol,open,high,low,close,volume')
    .addOption(new Option('--dates <order>', 'of 3/4/2026, where nothing in the file tells').choices(['DMY', 'MDY']))
    .addOption(
      new Option('--basis <basis>', 'what prices that do not say so are adjusted for').choices([
        'raw',
        'splitAdjusted',
      ]),
    )
    .option(
      '--adjusted-to <date>',
      "up to when prices are adjusted for splits (default: the file's last session)",
      parseDate,
    )
    .option('--source <name>', "who delivers the bars (default: the format's name)")
    .option('--refused <file>', 'where rows that are not taken go, with reasons (default: beside the file)')
    .option('--revises', 'record what contradicts the bars on record as revisions')
    .option('--list-missing', 'list instruments that are not on record; needs --mic and --currency')
    .option('--currency <code>', 'of instruments that are listed, such as USD')
    .option('--dry-run', 'tell what would happen, and record nothing')
    .option('--json', 'one JSON document about what was recorded')
    .addHelpText('after', details)
    .action(async (paths: string[], options: ImportPricesOptions) =>
      (await import('./import-prices')).importPrices(paths, options),
    );
}

const details = `
Formats are recognised by their first lines, and told: Yahoo's old download, yfinance, Stooq, Tiingo, Alpha Vantage,
Polygon/Massive day aggregates, Nasdaq.com, Nasdaq Data Link, QuantConnect LEAN, and columns that --columns names. Prices
adjusted for dividends are not taken; whether the others are as traded or adjusted for splits is checked at every split
that is on record or in the file. Rows that cannot be taken are written, with reasons, to a file beside theirs, and the
rest is recorded (exit code 3). Interrupted, run it again: what is recorded is not recorded twice.

Examples:
  streakline import prices AMZN.csv --mic XNAS
  streakline import prices "aggregates/*.csv.gz" --mic XNYS --list-missing --currency USD
  streakline import prices prices.csv --instrument XNAS:AMZN --columns date,close,volume --basis raw --dry-run`;
