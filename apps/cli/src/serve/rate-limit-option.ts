import { InvalidArgumentError, Option } from 'commander';

/** `--rate-limit`, read as the other processes read their variable. */
export function rateLimitOption(): Option {
  return new Option('--rate-limit <number>', 'requests a minute that each API key may make; 0 sets no limit')
    .env('STREAKLINE_RATE_LIMIT')
    .default(6_000)
    .argParser(parseLimit);
}

function parseLimit(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Give a whole number of requests a minute.');
}
