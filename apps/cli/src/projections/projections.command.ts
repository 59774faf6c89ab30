import type { Command } from 'commander';
import type { RebuildCommandOptions } from './rebuild';
import type { StatusOptions } from './status';
import { withStorage } from './with-storage';

export function addProjections(program: Command): void {
  const projections = program.command('projections').description('how far the read models are, and building them anew');
  withStorage(projections.command('status'))
    .description('version, position and lag of each projection')
    .option(
      '--url <url>',
      'ask a running server over HTTP, such as http://127.0.0.1:8080 (STREAKLINE_API_KEY holds its key)',
    )
    .option('--json', 'one JSON document, as GET /v1/projections answers')
    .addHelpText('after', statusExamples)
    .action(async (options: StatusOptions) => (await import('./status')).status(options));
  withStorage(projections.command('rebuild'))
    .description('build the read models anew from all events, beside those that serve, then swap')
    .option('--json', 'one JSON document about the finished rebuild')
    .addHelpText('after', rebuildDetails)
    .action(async (options: RebuildCommandOptions) => (await import('./rebuild')).rebuildProjections(options));
}

const statusExamples = `
Examples:
  streakline projections status
  streakline projections status --url http://127.0.0.1:8080 --json`;

const rebuildDetails = `
Reading goes on meanwhile, from the old version; a server that runs on the same data takes the new one over by itself.
Interrupted, it leaves the old version serving, and the next start clears the unfinished one away.

Example:
  streakline projections rebuild --data-dir ./data`;
