'use strict';

/*
 * Builds apps/dashboard with Vite into dist/dashboard/<fingerprint>/, as build.js does the rest: only when stale, built
 * beside and renamed, never changed once it stands. As a program it builds and prints the folder on standard output; as
 * a module it starts that program where there is something to build, so that a server does not keep Vite in its memory.
 */

const { spawn } = require('node:child_process');
const { once } = require('node:events');
const fs = require('node:fs');
const path = require('node:path');
const { stripVTControlCharacters } = require('node:util');
const zlib = require('node:zlib');
const { filesIn, fingerprintOf, folderBeside, publish, removeOldBuilds, root } = require('./builds');

const dashboard = path.join(root, 'apps', 'dashboard');
const builds = path.join(root, 'dist', 'dashboard');
const settingFiles = ['package.json', 'bin/build-dashboard.js'];

/**
 * The folder of a build of the dashboard as it is now, built first where there is none.
 *
 * @throws Error: one line that says why there is no dashboard
 */
async function ensureDashboard() {
  const build = folderOfBuild();
  if (fs.existsSync(build)) return build;
  if (!isInstalled('vite')) throw new Error('what builds it is not installed: npm ci, without --omit=dev, installs it');
  const child = spawn(process.execPath, [path.join(__dirname, 'build-dashboard.js')], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [folder, said] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text) => (folder += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (said += text));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(said.trim() || 'its build was interrupted');
  process.stderr.write(said);
  return folder.trim();
}

/** The same, for whoever can do without: where there is none, that is said on standard error in one line. */
async function findDashboard() {
  try {
    return await ensureDashboard();
  } catch (error) {
    const [what, first = ''] = error.message.split('\n').filter((line) => line !== '');
    process.stderr.write(`streakline: no dashboard is served: ${what} ${first}`.trimEnd() + '\n');
    return undefined;
  }
}

function folderOfBuild() {
  if (!fs.existsSync(path.join(dashboard, 'index.html'))) throw new Error(`there is no index.html in ${dashboard}`);
  const settings = settingFiles.map((name) => path.join(root, name));
  return path.join(builds, fingerprintOf([...settings, ...sources()]));
}

/** Its own files, and those of the libs that it imports, and of those that these import. */
function sources() {
  const found = filesIn(dashboard, isSource);
  const libs = new Set();
  for (const file of found) {
    if (!/\.tsx?$/.test(file)) continue;
    for (const [, lib] of fs.readFileSync(file, 'utf8').matchAll(/from '@streakline\/([a-z-]+)'/g)) {
      if (libs.has(lib)) continue;
      libs.add(lib);
      // The loop comes to them, too.
      found.push(...filesIn(path.join(root, 'libs', lib, 'src'), isSource));
    }
  }
  return found;
}

function isSource(name) {
  return !/\.spec\.tsx?$/.test(name);
}

function isInstalled(name) {
  try {
    require.resolve(`${name}/package.json`, { paths: [root] });
    return true;
  } catch {
    return false;
  }
}

async function build() {
  const began = Date.now();
  const folder = folderOfBuild();
  if (fs.existsSync(folder)) return folder;
  const beside = folderBeside(folder);
  try {
    await bundle(beside);
    await Promise.all(filesIn(beside, (name) => /\.(?:js|css|html|svg)$/.test(name)).map(compressBeside));
    publish(beside, folder);
  } finally {
    fs.rmSync(beside, { recursive: true, force: true });
  }
  removeOldBuilds(builds, [path.basename(folder)]);
  process.stderr.write(`streakline: built the dashboard in ${((Date.now() - began) / 1000).toFixed(1)} s\n`);
  return folder;
}

async function bundle(outDir) {
  // Vite goes by it where it is set, as Jest sets it, and React would bring what is for development.
  process.env.NODE_ENV = 'production';
  const { build: viteBuild } = await import('vite');
  await viteBuild({
    ...{ root: dashboard, configFile: path.join(dashboard, 'vite.config.mjs'), mode: 'production', logLevel: 'silent' },
    build: { outDir, emptyOutDir: true },
  });
}

/** What is compressed once, and hard, need not be compressed for each answer. */
async function compressBeside(file) {
  const content = fs.readFileSync(file);
  const [brotli, gzip] = await Promise.all([
    promised((done) => zlib.brotliCompress(content, done)),
    promised((done) => zlib.gzip(content, { level: 9 }, done)),
  ]);
  if (brotli.length < content.length) fs.writeFileSync(`${file}.br`, brotli);
  if (gzip.length < content.length) fs.writeFileSync(`${file}.gz`, gzip);
}

function promised(start) {
  return new Promise((resolve, reject) => start((error, result) => (error ? reject(error) : resolve(result))));
}

module.exports = { ensureDashboard, findDashboard };

if (require.main === module) {
  build().then(
    (folder) => process.stdout.write(`${folder}\n`),
    (error) => {
      process.stderr.write(`${stripVTControlCharacters(error.message)}\n`);
      process.exitCode = 1;
    },
  );
}
