import { UsageError } from '../failures';
import { print } from '../output/print';
import { tableOf } from '../output/table';
import { findExchange, orUsageError } from './find-exchange';
import { formatInstant } from './instants';

export interface ListOptions {
  readonly exchange: string;
  readonly from: string;
  readonly to: string;
  readonly json?: boolean;
}

export async function listSessions({ exchange: mic, from, to, json }: ListOptions): Promise<void> {
  const exchange = findExchange(mic);
  if (from > to) throw new UsageError(`--from ${from} is after --to ${to}`);
  const sessions = orUsageError(() => exchange.sessions(from, to));
  const rows = sessions.map((session) => {
    const { open, close } = exchange.hours(session);
    return { session, open: formatInstant(open), close: formatInstant(close) };
  });
  if (json) return print(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  const cells = rows.map(({ session, open, close }) => [session, open, close]);
  return print(tableOf(['session', 'open', 'close'], cells, process.stdout.isTTY));
}
