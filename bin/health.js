'use strict';

/*
 * node bin/health.js live|ready: asks the process at STREAKLINE_PORT of this machine; exit code 0 if it says yes. For the
 * health checks of containers, whose images have nothing else to ask with.
 */

const { get } = require('node:http');

const PATIENCE_MS = 4_000;
const [about = 'live'] = process.argv.slice(2);
const port = process.env['STREAKLINE_PORT'];

const no = (reason) => {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
};

get({ host: '127.0.0.1', port, path: `/health/${about}`, timeout: PATIENCE_MS }, (response) => {
  if (response.statusCode === 200) process.exit(0);
  let body = '';
  response.setEncoding('utf8').on('data', (text) => (body += text));
  response.on('end', () => no(`${response.statusCode} ${body}`));
})
  .on('timeout', () => no(`no answer within ${PATIENCE_MS} ms`))
  .on('error', (error) => no(error.message));
