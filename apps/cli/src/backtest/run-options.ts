import { type Command, InvalidArgumentError, Option } from 'commander';
import type { StorageOptions } from '../projections/open-projections';
import { withStorage } from '../projections/with-storage';
import { parseCount } from '../study/parse-options';
import { parseNumber, type SettingsOptions, withSettings } from './settings-options';

/** What a command that runs a strategy is told. */
export interface RunOptions extends StorageOptions, SettingsOptions {
  readonly param: Readonly<Record<string, string>>;
  readonly position?: number;
  readonly threads: number;
  /** Seconds. */
  readonly timeLimit: number;
}

/** Adds what every command that runs a strategy takes. */
export function withRunOptions(command: Command): Command {
  return withStorage(withSettings(command))
    .addOption(
      new Option('--param <name=value>', "of the strategy's parameters; may be given more than once")
        .argParser(addParam)
        .default({}),
    )
    .option('--position <number>', 'rest on the events up to this one (default all)', parseCount(1, 2 ** 53))
    .option('--threads <number>', 'runs at a time', parseCount(1, 256), 1)
    .option('--time-limit <seconds>', 'that one call of the strategy may take', parseTimeLimit, 10);
}

/** Seconds, parts of them too. */
export function parseTimeLimit(text: string): number {
  const seconds = parseNumber(text);
  if (seconds > 0 && seconds <= 86_400) return seconds;
  throw new InvalidArgumentError(`'${text}' is no time: give seconds above 0, a day (86400) at most`);
}

function addParam(text: string, before: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError(`'${text}' is no parameter: write it as hold=5`);
  const name = text.slice(0, at);
  if (Object.hasOwn(before, name)) throw new InvalidArgumentError(`'${name}' is given twice`);
  return { ...before, [name]: text.slice(at + 1) };
}
