import { Command } from 'commander';
import { addBacktest } from './backtest/backtest.command';
import { addDeadLetters } from './dead-letters/dead-letters.command';
import { addDemo } from './demo/demo.command';
import { addEvents } from './events/events.command';
import { addImport } from './import/import.command';
import { addKeys } from './keys/keys.command';
import { addMarket } from './market/market.command';
import { addProjections } from './projections/projections.command';
import { addPull } from './pull/pull.command';
import { addReplay } from './replay/replay.command';
import { addServe } from './serve/serve.command';
import { addSessions } from './sessions/sessions.command';
import { addStudy } from './study/add-study';
import { addTearsheet } from './tearsheet/tearsheet.command';
import { addTopics } from './topics/topics.command';
import { addWorker } from './worker/worker.command';
import { UsageError } from './failures';
import { packageVersion } from './project';

/**
 * The command line. Commands import what they do only when they run, so that the small ones start at once.
 */
export function createProgram(): Command {
  const program = new Command('streakline')
    .description('What did this announcement do to the stock? Reactions, streaks and market caps, from events.')
    .version(packageVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({ outputError: (message, write) => write(oneLine(message)) })
    .addHelpText('after', helpText)
    .hook('preAction', (_, command) => forgetEmptyVariables(command));
  addDemo(program);
  addServe(program);
  addSessions(program);
  addStudy(program);
  addMarket(program);
  addImport(program);
  addPull(program);
  addBacktest(program);
  addProjections(program);
  addEvents(program);
  addReplay(program);
  addWorker(program);
  addTearsheet(program);
  addTopics(program);
  addDeadLetters(program);
  addKeys(program);
  for (const group of [program, ...program.commands]) askForCommand(group);
  return program;
}

const helpText = `
Examples:
  streakline demo                                      the Amazon case of February 2026, then its API until Ctrl-C
  streakline serve --data-dir .streakline              the API on your own data
  streakline sessions list --exchange XNYS --from 2026-02-01 --to 2026-02-28
  echo 2026-02-05T21:01:00Z | streakline sessions day0 --exchange XNAS

Data goes to standard output, everything else to standard error.
Exit codes: 0 ok, 1 failed, 2 usage, 3 partly done, 130 interrupted.`;

/** A variable that is set and empty counts as not set, as in the other processes. */
function forgetEmptyVariables(command: Command): void {
  for (const option of command.options) {
    const name = option.attributeName();
    const isEmpty = command.getOptionValueSource(name) === 'env' && command.getOptionValue(name) === '';
    if (isEmpty) command.setOptionValue(name, option.defaultValue);
  }
}

/** A group of commands, called without one, is a mistake, not a wish for help. */
function askForCommand(group: Command): void {
  if (group.commands.length === 0) return;
  group.allowExcessArguments().action((_options: unknown, command: Command) => {
    const names = group.commands.map((each) => each.name()).join(', ');
    const typed = command.args[0];
    const wrong = typed === undefined ? 'name a command' : `unknown command '${typed}'`;
    throw new UsageError(`${wrong}: one of ${names} (${pathOf(group)} --help tells more)`);
  });
}

function pathOf(command: Command): string {
  return command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();
}

function oneLine(message: string): string {
  const text = message
    .replace(/^error: /, '')
    .replace(/\s*\n\s*/g, ' ')
    .trim();
  return `streakline: ${text}\n`;
}
