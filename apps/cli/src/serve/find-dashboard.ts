import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { projectFolder } from '../project';

/** What bin/build-dashboard.js is to those who load it. */
interface Builder {
  readonly findDashboard: () => Promise<string | undefined>;
}

/**
 * The folder of the built dashboard: that of STREAKLINE_DASHBOARD (`off`: none), else the checkout's own, built first
 * where it is stale. Where it cannot be built there is none, which is said and why: the API is of use without it.
 */
export async function findDashboard(): Promise<string | undefined> {
  const named = process.env['STREAKLINE_DASHBOARD'];
  if (named !== undefined && named !== '') return named === 'off' ? undefined : named;
  const builder = join(projectFolder(), 'bin', 'build-dashboard.js');
  if (!existsSync(builder)) return undefined;
  return (createRequire(builder)(builder) as Builder).findDashboard();
}
