import type { Command } from 'commander';
import type { ListOptions } from './list-sessions';
import type { Day0Options } from './day0-of-instants';

export function addSessions(program: Command): void {
  const sessions = program.command('sessions').description('trading days of an exchange, and day 0 of an instant');
  sessions
    .command('list')
    .description('the sessions of an exchange with their opens and closes, in UTC')
    .requiredOption('--exchange <mic>', 'market identifier code, such as XNYS or XTKS')
    .requiredOption('--from <date>', 'first date, YYYY-MM-DD')
    .requiredOption('--to <date>', 'last date, YYYY-MM-DD; it counts too')
    .option('--json', 'one JSON object a line: {session, open, close}')
    .addHelpText('after', '\nExample:\n  streakline sessions list --exchange XNYS --from 2026-02-01 --to 2026-02-28')
    .action(async (options: ListOptions) => (await import('./list-sessions')).listSessions(options));
  sessions
    .command('day0')
    .description('for each instant on standard input: its timing, the base session and day 0')
    .requiredOption('--exchange <mic>', 'market identifier code, such as XNYS or XTKS')
    .option('--json', 'one JSON object a line: {at, timing, baseSession, day0}')
    .addHelpText(
      'after',
      `\nInstants are RFC 3339 with a zone, one a line. A line that is none ends the command with exit code 2.\n\n${day0Example}`,
    )
    .action(async (options: Day0Options) => (await import('./day0-of-instants')).day0OfInstants(options));
}

const day0Example = 'Example:\n  echo 2026-02-05T16:01:00-05:00 | streakline sessions day0 --exchange XNAS';
