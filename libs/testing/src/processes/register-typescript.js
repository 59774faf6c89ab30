// Lets a bare `node` run this workspace's TypeScript: for tests that kill a process, or run one as another user.
const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const { transformSync } = require('@swc/core');

const root = join(__dirname, '../../../..');
const jsc = {
  target: 'es2022',
  parser: { syntax: 'typescript', decorators: true },
  transform: { legacyDecorator: true, decoratorMetadata: true },
  keepClassNames: true,
};

// Two thirds of such a process's start are this: a test run keeps what it made for its next processes.
const runFolder = process.env.STREAKLINE_TEST_RUN_FOLDER;
const kept = runFolder === undefined || !existsSync(runFolder) ? undefined : join(runFolder, 'transformed');

function transform(source, filename) {
  const { code } = transformSync(source, { filename, swcrc: false, module: { type: 'commonjs' }, jsc });
  return code;
}

function transformOnce(source, filename) {
  if (kept === undefined) return transform(source, filename);
  const file = join(kept, `${createHash('sha1').update(filename).update('\0').update(source).digest('hex')}.js`);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const code = transform(source, filename);
  try {
    mkdirSync(kept, { recursive: true });
    writeFileSync(`${file}.${process.pid}`, code);
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // The folder may be another user's, or gone with its run: only time is lost.
  }
  return code;
}

Module._extensions['.ts'] = (module, filename) => {
  module._compile(transformOnce(readFileSync(filename, 'utf8'), filename), filename);
};

const resolveFilename = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) => {
  const lib = /^@streakline\/([^/]+)$/.exec(request);
  return resolveFilename(lib ? join(root, 'libs', lib[1], 'src', 'index.ts') : request, ...rest);
};
