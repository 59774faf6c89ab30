'use strict';

/*
 * Compiles the TypeScript sources with swc into dist/<fingerprint>/, where the fingerprint covers every source file's
 * path, size and time. A build is therefore never changed once it stands: a process that runs from one keeps a whole
 * and consistent set of files whatever is built meanwhile, and two launches that build at once cannot disturb each
 * other (each builds beside, the first rename wins). Nothing is ever written to standard output.
 */

const { createHash, randomBytes } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
const dist = path.join(root, 'dist');
const sourceFolders = ['apps', 'libs', 'examples', 'bench', 'infra'];
const settingFiles = ['.swcrc', 'package.json', 'bin/build.js'];
/** Builds that something may still be starting from are kept: the newest ones, and all of the last hour. */
const keptBuilds = 4;
const hourMs = 60 * 60 * 1000;

/** The folder of a build of the sources as they are now, built first where there is none. */
async function ensureBuilt() {
  const sources = sourceFolders.flatMap((folder) => sourcesIn(path.join(root, folder)));
  const build = path.join(dist, fingerprintOf(sources));
  if (!fs.existsSync(build)) await buildInto(build, sources);
  return build;
}

function sourcesIn(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) return sourcesIn(file);
      return /(?<!\.spec|\.d)\.ts$/.test(entry.name) ? [file] : [];
    })
    .sort();
}

function fingerprintOf(sources) {
  const hash = createHash('sha256');
  for (const file of [...settingFiles.map((name) => path.join(root, name)), ...sources]) {
    const { size, mtimeMs } = fs.statSync(file);
    hash.update(`${path.relative(root, file)}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

async function buildInto(build, sources) {
  const began = Date.now();
  const beside = `${build}.${process.pid}.${randomBytes(4).toString('hex')}`;
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
  removeOldBuilds(build);
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

function publish(beside, build) {
  try {
    fs.renameSync(beside, build);
  } catch (error) {
    // Another launch was quicker: its build is of the same sources.
    if (!fs.existsSync(build)) throw error;
  }
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

function removeOldBuilds(newest) {
  const builds = fs
    .readdirSync(dist)
    .filter((name) => name !== 'current')
    .map((name) => ({ folder: path.join(dist, name), time: timeOf(path.join(dist, name)) }))
    .filter(({ folder }) => folder !== newest)
    .sort((a, b) => b.time - a.time);
  for (const { folder, time } of builds.slice(keptBuilds - 1)) {
    if (Date.now() - time > hourMs) fs.rmSync(folder, { recursive: true, force: true });
  }
}

function timeOf(folder) {
  // Another launch may be removing it at this moment.
  return fs.statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0;
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
