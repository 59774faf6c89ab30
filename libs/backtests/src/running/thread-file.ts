import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The file that a worker thread starts with, and what node is told before. */
export function threadFile(): { readonly file: string; readonly execArgv: readonly string[] } {
  const compiled = join(__dirname, 'backtest-thread.js');
  if (existsSync(compiled)) return { file: compiled, execArgv: [] };
  // From sources, as under Jest: a thread starts outside of what compiles there, and needs its own.
  const register = join(__dirname, '../../../testing/src/processes/register-typescript.js');
  return { file: join(__dirname, 'backtest-thread.ts'), execArgv: ['-r', register] };
}
