import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { lastSessions } from '../projected/tapes';

/** A CSV such as vendors sell: a row a symbol and session, symbol after symbol, prices that wander by the cent. */
export async function writePriceFile(path: string, instruments: number, sessionCount: number): Promise<void> {
  const sessions = lastSessions(sessionCount);
  const file = createWriteStream(path);
  file.write('symbol,date,open,high,low,close,volume\n');
  for (let number = 0; number < instruments; number += 1) {
    if (!file.write(rowsOf(symbolOf(number), sessions, number))) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
}

export function symbolOf(number: number): string {
  return `B${String(number).padStart(4, '0')}`;
}

function rowsOf(symbol: string, sessions: readonly string[], number: number): string {
  let cents = 5_000 + (number % 97) * 100;
  const price = (value: number) => (value / 100).toFixed(2);
  return sessions
    .map((session, at) => {
      cents = Math.max(500, cents + ((at * 31 + number * 17) % 201) - 100);
      const prices = [cents + 1, cents + 50, cents - 25, cents].map(price).join(',');
      return `${symbol},${session},${prices},${1_000_000 + at}\n`;
    })
    .join('');
}
