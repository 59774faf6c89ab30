import { type Command, Option } from 'commander';
import { announcementKinds } from '@streakline/events';
import { withStorage } from '../../projections/with-storage';
import type { ImportCalendarOptions } from './import-calendar';

export function addImportCalendar(imports: Command): void {
  withStorage(imports.command('calendar'))
    .description('record the past and coming announcements of a calendar, with estimates and what was reported')
    .argument('<file>', 'rows with a symbol, a date, before-open or after-close, and what else is known')
    .option('--instrument <ref>', 'all rows are of this one: an id, or MIC:SYMBOL')
    .option('--mic <mic>', 'the exchange of bare symbols, such as XNAS (default: the one that has the symbol)')
    .addOption(
      new Option('--kind <kind>', 'of rows that name none').choices([...announcementKinds]).default('earnings'),
    )
    .option('--columns <list>', 'what columns hold: in their order (symbol,date,time,-,epsActual), or date=Heading')
    .addOption(
      new Option('--dates <order>', 'of dates in numbers, where the file does not tell').choices(['MDY', 'DMY']),
    )
    .option('--on <date>', 'the date of all rows, where no column holds one')
    .option('--zone <zone>', 'of clock times that name none, such as America/New_York')
    .addOption(
      new Option('--times <what>', 'take a clock time for the part of the day it lies in, or for the exact instant')
        .choices(['timing', 'exact'])
        .default('timing'),
    )
    .option('--without-actual', 'take past rows although what was reported is empty')
    .option('--source <name>', "who says so (default: the file's name without its ending)")
    .option('--refused <file>', 'where rows that are not taken go, with reasons (default: <file>.refused.csv)')
    .option('--dry-run', 'tell what would happen, and record nothing')
    .option('--json', 'one JSON document about what was recorded')
    .addHelpText('after', details)
    .action(async (file: string, options: ImportCalendarOptions) =>
      (await import('./import-calendar')).importCalendarFile(file, options),
    );
}

const details = `
The heading tells the columns, as Alpha Vantage, Finnhub, FMP, Nasdaq, Yahoo, yfinance, EODHD, Benzinga and others write
them: docs/guides/calendars.md. What is past becomes announcements with their figures; where one is on record within a
session of it, its figures go there. What is to come becomes scheduled announcements. The same file again adds nothing.

Examples:
  streakline import calendar earnings.csv --mic XNAS
  streakline import calendar amzn-dates.csv --instrument XNAS:AMZN --source yahoo --json`;
