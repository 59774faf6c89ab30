'use strict';

/*
 * Compiles the TypeScript sources with swc into dist/<fingerprint>/, where the fingerprint covers every source file's
 * path, size and time. A build is therefore never changed once it stands: a process that runs from one keeps a whole
 * and consistent set of files whatever is built meanwhile, and two launches that build at once cannot disturb each
 * other (each builds beside, the first rename wins). Nothing is ever written to standard output. The dashboard, which
 * runs in browsers, is build-dashboard.js's.
 */

const fs = require('node:fs');
const path = require('node:path');
const { filesIn, fingerprintOf, folderBeside, publish, removeOldBuilds, root } = require('./builds');

const dist = path.join(root, 'dist');
const sourceFolders = ['apps', 'libs', 'examples', 'bench', 'infra'];
const dashboard = path.join(root, 'apps', 'dashboard') + path.sep;
const settingFiles = ['.swcrc', 'package.json', 'bin/build.js'];

/** The folder of a build of the sources as they are now, built first where there is none. */
async function ensureBuilt() {
  const sources = sourceFolders
    .flatMap((folder) => filesIn(path.join(root, folder), (name) => /(?<!\.spec|\.d)\.ts$/.test(name)))
    .filter((file) => !file.startsWith(dashboard));
  const build = path.join(dist, fingerprintOf([...settingFiles.map((name) => path.join(root, name)), ...sources]));
  if (!fs.existsSync(build)) await buildInto(build, sources);
  return build;
}

async function buildInto(build, sources) {
  const began = Date.now();
  const beside = folderBeside(build);
  try {
    const { transformFile } = require('@swc/core');
    const compiled = await Promise.allSettled(sources.map((file) => compile(transformFile, file, beside)));
    const failure = compiled.find(({ status }) => status === 'rejected');
    if (failure) throw failure.reason;
    publish(beside, build);
  } finally {
    fs.rmSync(beside, { recursive: true, force: true });
  }
  pointCurrentAt(build);
  removeOldBuilds(dist, ['current', 'dashboard', path.basename(build)]);
  process.stderr.write(`streakline: built ${sources.length} files in ${((Date.now() - began) / 1000).toFixed(1)} s\n`);
}

async function compile(transformFile, file, folder) {
  const target = path.join(folder, path.relative(root, file)).replace(/\.ts$/, '.js');
  // A relative baseUrl would be taken from the caller's working directory, not from the project.
  const options = { cwd: root, root, swcrc: true, jsc: { baseUrl: root } };
  const { code, map } = await transformFile(file, options).catch((error) => {
    // Below the place in the code, swc tells of its own innards.
    throw new Error(`${path.relative(root, file)}: ${error.message.split(/\s*Caused by:/)[0]}`);
  });
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, `${code}\n//# sourceMappingURL=${path.basename(target)}.map\n`);
  if (map) fs.writeFileSync(`${target}.map`, map);
}

/** dist/current is for people and scripts; the launcher itself goes by the fingerprint. */
function pointCurrentAt(build) {
  const link = path.join(dist, `current.${process.pid}`);
  try {
    fs.symlinkSync(build, link, 'junction');
    fs.renameSync(link, path.join(dist, 'current'));
  } catch (error) {
    fs.rmSync(link, { force: true });
    process.stderr.write(`streakline: dist/current still names an older build (${error.message})\n`);
  }
}

module.exports = { ensureBuilt };

if (require.main === module) {
  ensureBuilt().then(
    (build) => process.stderr.write(`streakline: ${path.relative(root, build)} is up to date\n`),
    (error) => {
      process.stderr.write(`streakline: the build failed: ${error.message}\n`);
      process.exitCode = 1;
    },
  );
}
