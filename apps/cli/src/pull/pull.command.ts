import type { Command } from 'commander';
import { addPullEdgar } from './edgar/edgar.command';

/** Fetching what others publish, into a folder, and from there on record. */
export function addPull(program: Command): void {
  const pull = program.command('pull').description('fetch what others publish, and take it in');
  addPullEdgar(pull);
}
