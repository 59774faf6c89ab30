import { InvalidArgumentError, Option } from 'commander';

/** `--port`, checked. `says` completes its line in the help. */
export function portOption(says: string): Option {
  return new Option('--port <number>', `TCP port of the API; ${says}`).argParser(parsePort);
}

function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('Give a number from 0 to 65535.');
}
