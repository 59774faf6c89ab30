import { type Command, Option } from 'commander';

/** `--data-dir` and `--database-url`, which every command on stored data takes. */
export function withStorage(command: Command): Command {
  return command
    .option('--data-dir <folder>', 'data folder of `serve`, whether that is running or not', '.streakline')
    .addOption(new Option('--database-url <url>', 'the PostgreSQL to use instead').env('STREAKLINE_DATABASE_URL'));
}
