import type { Outcome } from '@streakline/dead-letters';
import { exitCodes } from '../exit-codes';
import { print } from '../output/print';
import { tableOf } from '../output/table';

/** Prints what became of each; the exit code says whether all, some or none went well. */
export async function showOutcomes(outcomes: readonly Outcome[], json: boolean): Promise<void> {
  const failed = outcomes.filter(({ outcome }) => outcome === 'failed').length;
  if (failed > 0) process.exitCode = failed === outcomes.length ? exitCodes.failed : exitCodes.partlyDone;
  if (json) return print(`${JSON.stringify({ data: outcomes }, null, 2)}\n`);
  const rows = outcomes.map(({ id, outcome, detail }) => [id, outcome, detail]);
  return print(tableOf(['id', 'outcome', 'detail'], rows, process.stdout.isTTY));
}
