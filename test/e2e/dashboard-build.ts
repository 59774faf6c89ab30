import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

const builder = resolve(__dirname, '../../bin/build-dashboard.js');

/** That of STREAKLINE_DASHBOARD, else the folder of the dashboard as it is now, built first where that is not done yet. */
export async function builtDashboard(): Promise<string> {
  const named = process.env['STREAKLINE_DASHBOARD'];
  if (named !== undefined && named !== '') return named;
  const { stdout } = await promisify(execFile)(process.execPath, [builder]);
  return stdout.trim();
}
