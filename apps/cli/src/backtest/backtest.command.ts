import type { Command } from 'commander';
import { addCheck } from './check/check.command';
import { addKeptRuns } from './kept/kept.command';
import { addRun } from './run/run.command';
import { addSweep } from './sweep/sweep.command';

export function addBacktest(program: Command): void {
  const backtest = program.command('backtest').description('strategies, run over history as it was known');
  addRun(backtest);
  addKeptRuns(backtest);
  addCheck(backtest);
  addSweep(backtest);
}
