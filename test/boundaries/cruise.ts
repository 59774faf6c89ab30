import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from './planted-tree';

const configuration = join(projectRoot, '.dependency-cruiser.js');
const program = join(projectRoot, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');

/** One broken rule, by the file that broke it. */
export interface Violation {
  readonly rule: string;
  readonly from: string;
}

/** The dependency-cruiser run of `npm run boundaries`, over the tree in `root`. It is ESM-only, so it runs apart. */
export function cruise(root: string, folders: readonly string[]): readonly Violation[] {
  const args = [program, '--config', configuration, '--output-type', 'json', ...folders];
  const report = JSON.parse(execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 }));
  return report.summary.violations.map((violation: { rule: { name: string }; from: string }) => ({
    rule: violation.rule.name,
    from: violation.from,
  }));
}
