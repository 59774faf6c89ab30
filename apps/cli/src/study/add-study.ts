import { type Command, Option } from 'commander';
import type { FileStudyOptions } from './on-files/file-options';
import { checkOptions } from './check-options';
import { areOnFiles } from './files-or-store';
import { type StoreStudyOptions, withStoreOptions } from './on-store/store-options';
import { groupTraits } from './on-store/group-traits';
import { parseConfidence, parseCount, parseNames, parseScreens, parseWindows } from './parse-options';

const MOST_DRAWS = 1_000_000;

export function addStudy(program: Command): void {
  const study = program.command('study').description('event studies: is the reaction more than noise?');
  const run = withStoreOptions(withReporting(withChoices(withFiles(study.command('run')))));
  run
    .description('abnormal returns around announcements, with every test of whether they are more than chance')
    .addHelpText('after', details)
    .action(async (options: FileStudyOptions & StoreStudyOptions, command: Command) => {
      const onFiles = areOnFiles(options, command);
      await checkOptions(options);
      if (onFiles) return (await import('./on-files/run-on-files')).runOnFiles(options);
      return (await import('./on-store/run-on-store')).runOnStore(options, command);
    });
}

function withFiles(command: Command): Command {
  return command
    .option('--returns <file>', 'CSV: date, then a column a firm and a factor; fractions, empty where missing')
    .option('--events <file>', 'CSV: event_id, firm, event_date, group (optional), t1, t2, est_end, est_len')
    .option('--market <column>', "the market's column (default: MKT, or the first that no event names)")
    .option('--factors <columns>', 'columns of the factor model (default: all that no event names)', parseNames)
    .option('--log-returns', "study ln(1 + r) of the firms' and the market's returns")
    .option('--trade-to-trade', 'a return after empty cells is one over the gap: the factors cover the same days')
    .addOption(
      new Option('--value <what>', 'what the columns hold')
        .choices(['return', 'log-volume', 'volatility'])
        .default('return'),
    )
    .option('--exclude <screens>', 'leave out what these find, or all; without it they only warn', parseScreens)
    .option(
      '--min-days <number>',
      'leave out events with fewer usable estimation days (without it: a warning below 48%)',
      parseCount(3, 100_000),
    )
    .addOption(
      new Option('--by <trait>', 'figures by group, and the test of their difference').choices([
        'group',
        ...groupTraits,
      ]),
    )
    .addOption(
      new Option('--group-variance <kind>', 'in that test: of each group its own, or one for all')
        .choices(['welch', 'pooled'])
        .default('welch'),
    );
}

function withChoices(command: Command): Command {
  const models = ['market', 'market-adjusted', 'mean-adjusted', 'factors', 'scholes-williams', 'dimson'];
  return command
    .addOption(
      new Option('--model <name>', 'what is expected (default: each of the first four that applies)').choices(models),
    )
    .option('--window <windows>', 'windows to cumulate over beside the whole one (default: 0,0:1,-1:1)', parseWindows)
    .addOption(
      new Option('--patell-window <form>', 'standardised CAR, or sum of standardised abnormal returns')
        .choices(['scar', 'sum-sar'])
        .default('scar'),
    )
    .addOption(new Option('--crude-dependence <divisor>', 'of its variance').choices(['t-1', 't-2']).default('t-1'))
    .addOption(new Option('--bmp <distribution>', 'that BMP is judged at').choices(['t', 'normal']).default('t'))
    .addOption(
      new Option(
        '--cross-correlation <pairing>',
        'of the adjusted tests (default: estimation-overlap on files, event-overlap on the store)',
      ).choices(['estimation-overlap', 'event-overlap']),
    )
    .option('--permutations <number>', 'draws of the permutation test', parseCount(99, MOST_DRAWS))
    .option('--bootstrap <number>', 'draws of the intervals', parseCount(99, MOST_DRAWS))
    .option('--seed <number>', 'of all that is drawn', parseCount(0, 0xffff_ffff), 1)
    .option('--confidence <share>', 'of intervals and bands', parseConfidence, 0.95);
}

function withReporting(command: Command): Command {
  return command
    .option('--json', 'one JSON document; with --model that of the model itself, else one by model')
    .option('--details', 'in the JSON document also `study`: all tests by window and by day, curve, portfolio')
    .option('--plot <file>', 'CAR and CAAR curves with bands, as SVG')
    .option('--report <file>', 'the whole study as an HTML page that needs nothing else');
}

const details = `
On files (--returns and --events): days are rows of the file, relative to the row of event_date; all events of a file
share their windows; nothing is left out unless asked, suspicions are warnings on standard error and \`warnings\` in the
JSON document. On the store (without these two): announcements on record, selected by --kinds and the like; what is
suspicious is left out, by name; the study is kept and answers the same for ever.
Exit codes: 0 ok, 1 failed, or no event could be studied, 2 the files or the options cannot be used, 3 some models could
not be computed.

Examples:
  streakline study run --returns examples/event-study/returns.csv --events examples/event-study/events.csv
  streakline study run --returns returns.csv --events events.csv --model market --json
  streakline study run --returns returns.csv --events events.csv --plot curves.svg --report study.html
  streakline study run --instruments XNAS:AMZN --kinds earnings --url http://127.0.0.1:8080`;
