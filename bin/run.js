#!/usr/bin/env node
'use strict';

/*
 * node bin/run.js bench/run [arguments]: builds what is stale, then runs a module of the sources, named by its path
 * without its extension, in this process.
 */

const path = require('node:path');
const { ensureBuilt } = require('./build');
const { findDashboard } = require('./build-dashboard');

/** Processes that serve the dashboard, beside what they answer. */
const SERVING = /^apps\/(?:query|standalone)\//;

const [module_, ...rest] = process.argv.slice(2);
if (module_ === undefined) {
  process.stderr.write('usage: node bin/run.js <path of a module, without .ts> [arguments]\n');
  process.exit(2);
}

async function prepare() {
  const build = await ensureBuilt();
  if (SERVING.test(module_) && !process.env.STREAKLINE_DASHBOARD)
    process.env.STREAKLINE_DASHBOARD = (await findDashboard()) ?? 'off';
  return build;
}

prepare().then(
  (build) => {
    const file = path.join(build, `${module_.replace(/\.[jt]s$/, '')}.js`);
    process.argv = [process.argv[0], file, ...rest];
    require(file);
  },
  (error) => {
    process.stderr.write(`streakline: the build failed: ${error.message}\n`);
    process.exitCode = 1;
  },
);
