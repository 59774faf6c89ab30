'use strict';

/*
 * Compiles the package to ES modules with their types in dist (or in the folder that is named), as Node 20 and browsers
 * load them. They want the extension in an import, which the sources, built with the rest of the workspace, leave out.
 */

const { execFileSync } = require('node:child_process');
const { readdirSync, readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');

const out = path.resolve(process.argv[2] ?? path.join(__dirname, 'dist'));
const tsc = require.resolve('typescript/bin/tsc');
execFileSync(process.execPath, [tsc, '-p', path.join(__dirname, 'tsconfig.build.json'), '--outDir', out], {
  stdio: 'inherit',
});
for (const entry of readdirSync(out, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !/\.(js|d\.ts)$/.test(entry.name)) continue;
  const file = path.join(entry.parentPath ?? entry.path, entry.name);
  writeFileSync(file, readFileSync(file, 'utf8').replace(/((?:from|import\() ?['"]\.[^'"]+?)(['"])/g, '$1.js$2'));
}
