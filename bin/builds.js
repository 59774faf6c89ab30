'use strict';

/* What a build is made of, and how builds are kept: each in a folder of its own that is never changed once it stands. */

const { createHash, randomBytes } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
/** Builds that something may still be starting from are kept: the newest ones, and all of the last hour. */
const keptBuilds = 4;
const hourMs = 60 * 60 * 1000;

/** All files below a folder whose names `takes` takes, in order; none where there is no folder. */
function filesIn(folder, takes) {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) return filesIn(file, takes);
      return takes(entry.name) ? [file] : [];
    })
    .sort();
}

/** Covers every file's path, size and time. */
function fingerprintOf(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    const { size, mtimeMs } = fs.statSync(file);
    hash.update(`${path.relative(root, file)}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

/** A folder to build in, beside the one that the build will be. */
function folderBeside(build) {
  return `${build}.${process.pid}.${randomBytes(4).toString('hex')}`;
}

function publish(beside, build) {
  try {
    fs.renameSync(beside, build);
  } catch (error) {
    // Another launch was quicker: its build is of the same sources.
    if (!fs.existsSync(build)) throw error;
  }
}

/** Removes old builds of the folder, but those of the names to keep. */
function removeOldBuilds(folder, keep) {
  const builds = fs
    .readdirSync(folder)
    .filter((name) => !keep.includes(name))
    .map((name) => ({ build: path.join(folder, name), time: timeOf(path.join(folder, name)) }))
    .sort((a, b) => b.time - a.time);
  for (const { build, time } of builds.slice(keptBuilds - 1)) {
    if (Date.now() - time > hourMs) fs.rmSync(build, { recursive: true, force: true });
  }
}

function timeOf(folder) {
  // Another launch may be removing it at this moment.
  return fs.statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

module.exports = { root, filesIn, fingerprintOf, folderBeside, publish, removeOldBuilds };
