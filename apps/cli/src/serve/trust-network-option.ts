import { InvalidArgumentError, Option } from 'commander';

/** `--trust-network`. It takes a value because commander holds an option without one for given whatever its variable says. */
export function trustNetworkOption(): Option {
  return new Option(
    '--trust-network [boolean]',
    'let whoever reaches the host read and write, for as long as there is no API key',
  )
    .env('STREAKLINE_TRUST_NETWORK')
    .default(false)
    .preset('true')
    .argParser(parseTrust);
}

/** As the other processes read it: an empty variable is one that is not set. */
function parseTrust(text: string): boolean {
  if (text === 'true') return true;
  if (text === 'false' || text === '') return false;
  throw new InvalidArgumentError('Give true or false.');
}
