import { SweepError } from '../sweep-error';
import type { WalkForward } from './walk-forward';

const NUMBERS = ['train', 'test', 'embargo', 'purge'] as const;

/**
 * Reads `train=504,test=126,embargo=5,purge=20,anchored`. Embargo defaults to 5 sessions, purge to `open`.
 *
 * @throws SweepError `badSplits`
 */
export function parseWalkForward(text: string): WalkForward {
  const found: Partial<Record<(typeof NUMBERS)[number], number>> = {};
  let anchored = false;
  for (const part of text.split(',').map((one) => one.trim())) {
    if (part === 'anchored') {
      anchored = true;
      continue;
    }
    const [name = '', value = ''] = part.split('=');
    if (part === 'purge=open') continue;
    const known = NUMBERS.find((one) => one === name);
    if (known === undefined || !/^\d+$/.test(value)) throw unreadable(text, part);
    found[known] = Number(value);
  }
  const { train, test, embargo = 5, purge = 'open' } = found;
  if (train === undefined || test === undefined) throw unreadable(text, 'train and test are both needed');
  return { train, test, embargo, purge, anchored };
}

function unreadable(text: string, part: string): SweepError {
  return new SweepError(
    'badSplits',
    `"${text}" is no walk-forward (${part}): write train=504,test=126 in sessions, and embargo=5, purge=open or purge=20, anchored as wanted.`,
  );
}
