import type { Exchange } from '@streakline/market-time';
import { UsageError } from '../failures';
import { print } from '../output/print';
import { findExchange, orUsageError } from './find-exchange';
import { formatInstant, parseInstant } from './instants';
import { linesOf } from './lines';

export interface Day0Options {
  readonly exchange: string;
  readonly json?: boolean;
}

/** Answers each line as soon as it arrives, so that it works on an endless input as well. */
export async function day0OfInstants({ exchange: mic, json }: Day0Options): Promise<void> {
  const exchange = findExchange(mic);
  let number = 0;
  for await (const lines of linesOf(process.stdin)) {
    const answers: string[] = [];
    try {
      for (const line of lines) answers.push(answerTo(line, ++number, exchange, json === true));
    } finally {
      await print(answers.join(''));
    }
  }
}

function answerTo(line: string, number: number, exchange: Exchange, json: boolean): string {
  const at = parseInstant(line.trim());
  if (at === null)
    throw new UsageError(`line ${number}: '${line}' is no RFC 3339 instant with a zone, such as 2026-02-05T21:01:00Z`);
  const { timing, baseSession, day0 } = orUsageError(() => exchange.dayZero({ at }), `line ${number}: `);
  const answer = { at: formatInstant(at), timing, baseSession, day0 };
  return json ? `${JSON.stringify(answer)}\n` : `${Object.values(answer).join('\t')}\n`;
}
