import type { Command } from 'commander';
import { kafkaDetails, withKafka } from '../kafka/kafka-options';
import { withStorage } from '../projections/with-storage';
import type { CloseOptions } from './close';
import type { ListOptions } from './list';
import type { RetryOptions } from './retry';
import type { ShowOptions } from './show';

export function addDeadLetters(program: Command): void {
  const letters = program
    .command('dead-letters')
    .description('records that were refused, and events that a projection could not fold');
  withFilter(withSources(letters.command('list')))
    .description('what was put aside and not dealt with yet')
    .option('--json', 'one JSON document')
    .addHelpText('after', listDetails)
    .action(async (options: ListOptions) => (await import('./list')).listDeadLetters(options));
  withSources(letters.command('show'))
    .argument('<id>', 'as `list` shows it')
    .description('why it was put aside, its headers and its value')
    .option('--json', 'one JSON document')
    .option('--raw', 'the value alone, byte by byte: the start of a mended one')
    .addHelpText('after', showDetails)
    .action(async (id: string, options: ShowOptions) => (await import('./show')).showDeadLetter(id, options));
  withFilter(withSources(letters.command('retry')))
    .argument('[ids...]', 'as `list` shows them')
    .description('send records to where they were refused, mended or not; fold parked events once more')
    .option('--value <file>', 'the mended value of the one record; - reads standard input')
    .option('--all', 'all that --topic and --code leave')
    .option('--json', 'one JSON document')
    .addHelpText('after', retryDetails)
    .action(async (ids: string[], options: RetryOptions) => (await import('./retry')).retryDeadLetters(ids, options));
  withFilter(withSources(letters.command('close')))
    .argument('[ids...]', 'as `list` shows them')
    .description('take records off the list that are dealt with; they stay on their topic')
    .option('--all', 'all that --topic and --code leave')
    .option('--json', 'one JSON document')
    .action(async (ids: string[], options: CloseOptions) => (await import('./close')).closeDeadLetters(ids, options));
}

function withSources(command: Command): Command {
  return withStorage(withKafka(command));
}

function withFilter(command: Command): Command {
  return command
    .option('--topic <name>', 'only those of a topic: its name, or announcements, prices, events, parked')
    .option('--code <code>', "only those with this problem's code");
}

const listDetails = `
Ids: announcements-..., prices-... (refused commands), events-... (records that no projector could read),
parked-<key> (events that a projection could not fold; their key is frozen until they are retried).
${kafkaDetails}

Examples:
  streakline dead-letters list
  streakline dead-letters list --topic prices --code unknownInstrument --json`;

const showDetails = `
Example:
  streakline dead-letters show prices-0-12 --raw > bars.json`;

const retryDetails = `
A record that is refused again comes back as another letter, with one more attempt.
Exit codes: 0 all were sent or folded, 3 some were not, 1 none was.

Examples:
  streakline dead-letters retry prices-0-12 --value bars.json
  streakline dead-letters retry --all --code unknownInstrument
  streakline dead-letters retry parked-ins_45977e6b166055c986eaa2dfc735dba7`;
