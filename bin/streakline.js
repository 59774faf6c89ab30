#!/usr/bin/env node
'use strict';

/*
 * The `streakline` command of a checkout: builds what is stale (a second, its output on standard error), then runs
 * the command line in this very process, so that signals reach it directly.
 */

const path = require('node:path');

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`streakline needs Node 20.19 or later; this is ${process.version}.\n`);
  process.exit(1);
}

require('./build')
  .ensureBuilt()
  .then(
    (build) => require(path.join(build, 'apps/cli/src/main.js')),
    (error) => {
      const missing = error.code === 'MODULE_NOT_FOUND';
      const reason = missing ? 'its packages are not installed; run npm ci first' : error.message;
      process.stderr.write(`streakline: the build failed: ${reason}\n`);
      process.exitCode = 1;
    },
  );
