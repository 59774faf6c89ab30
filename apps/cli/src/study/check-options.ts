import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { UsageError } from '../failures';

/** Those of a study's options that say nothing, or something untrue, beside one another. */
interface Combined {
  readonly value?: string;
  readonly logReturns?: boolean;
  readonly tradeToTrade?: boolean;
  readonly json?: boolean;
  readonly details?: boolean;
  readonly plot?: string;
  readonly report?: string;
}

/** Refuses, before anything is computed, options that contradict one another and files that have no place to be. */
export async function checkOptions(options: Combined): Promise<void> {
  const { value = 'return', logReturns, tradeToTrade, json, details, plot, report } = options;
  for (const [option, given] of Object.entries({ '--log-returns': logReturns, '--trade-to-trade': tradeToTrade }))
    if (given === true && value !== 'return')
      throw new UsageError(`${option} is for returns, not for --value ${value}`);
  if (details === true && json !== true) throw new UsageError('--details is nothing without --json');
  if (plot !== undefined && report !== undefined && resolve(plot) === resolve(report))
    throw new UsageError(`--plot and --report are both to be written to ${plot}: give each a file of its own`);
  await checkPlace('--plot', plot);
  await checkPlace('--report', report);
}

/** Refuses a file whose folder does not exist, or that is a folder itself. */
export async function checkPlace(option: string, file: string | undefined): Promise<void> {
  if (file === undefined) return;
  const folder = dirname(file);
  if (!(await isFolder(folder))) throw new UsageError(`${option} ${file}: there is no folder ${folder}`);
  if (await isFolder(file)) throw new UsageError(`${option} ${file} is a folder, not a file`);
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return false;
    throw error;
  }
}
