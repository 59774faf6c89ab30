import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const projectRoot = join(__dirname, '..', '..');

/** File contents by path. */
export type Tree = Readonly<Record<string, string>>;

/** Writes a tree shaped like this repository, with stand-ins for the packages that its files import. */
export function plantTree(tree: Tree): string {
  const root = mkdtempSync(join(tmpdir(), 'streakline-planted-'));
  const tsconfig = readFileSync(join(projectRoot, 'tsconfig.json'), 'utf8');
  const devDependencies = { 'fast-check': '*', react: '*' };
  const dependencies = { zod: '*', pg: '*', '@nestjs/common': '*', kafkajs: '*', 'apache-arrow': '*', yaml: '*' };
  writeTree(root, {
    'tsconfig.json': tsconfig,
    'package.json': JSON.stringify({ name: 'planted', dependencies, devDependencies }),
    ...tree,
  });
  for (const name of [...Object.keys(dependencies), ...Object.keys(devDependencies)]) {
    writeTree(join(root, 'node_modules', name), {
      'package.json': JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
      'index.js': 'module.exports = {};\n',
    });
  }
  return root;
}

function writeTree(root: string, tree: Tree): void {
  for (const [path, text] of Object.entries(tree)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}
