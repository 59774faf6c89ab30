import type { Pool } from 'pg';
import { to } from 'pg-copy-streams';
import { copyRaw } from '../sql/copy-raw';
import { PageSize } from '../subscribing/page-size';
import { LineSplitter } from './line-splitter';
import { CopyLineParser } from './parse-copy-lines';
import type { RawEvent, RawReadOptions } from './raw-event';
import type { UpcastText } from './upcasting';

/** Events of one page, at most. */
const MOST = 2_000;
/** Where events become suddenly larger, a page ends early. Characters. */
const LARGEST_PAGE = 16 * 1024 * 1024;

/**
 * Events as text, page by page, the next page on its way while one is taken. A reader may be slow, or gone without a
 * word: no connection and no snapshot is held for it, and there is no need to, as what lies up to a position never changes.
 */
export async function* readRaw(
  pool: Pool,
  upcast: UpcastText,
  options: RawReadOptions & { readonly upTo: number },
): AsyncGenerator<readonly RawEvent[], void, void> {
  const size = new PageSize(MOST);
  let next: Promise<Page> | undefined = readPage(pool, upcast, options, size);
  try {
    while (next !== undefined) {
      const { events, rest }: Page = await next;
      next = rest === undefined ? undefined : readPage(pool, upcast, rest, size);
      // Its failure is told when its turn comes; one that comes when the reader has left concerns nobody.
      next?.catch(() => undefined);
      if (events.length > 0) yield events;
    }
  } finally {
    await next?.catch(() => undefined);
  }
}

interface Page {
  readonly events: readonly RawEvent[];
  /** What is left to read; undefined at the end. */
  readonly rest: RawReadOptions | undefined;
}

async function readPage(pool: Pool, upcast: UpcastText, options: RawReadOptions, size: PageSize): Promise<Page> {
  const { limit = Infinity } = options;
  const asked = Math.min(limit, size.current);
  if (asked <= 0) return { events: [], rest: undefined };
  const { events, characters, isCut } = await copyPage(pool, upcast, copyRaw(options, asked));
  size.learn(events.length, characters);
  const last = events.at(-1);
  const isLast = events.length < asked && !isCut;
  if (last === undefined || isLast || events.length >= limit) return { events, rest: undefined };
  const { knownAt, position } = last;
  const place = options.order === 'knownAt' ? { behind: { knownAt, position } } : { after: position };
  return { events, rest: { ...options, ...place, ...(limit < Infinity && { limit: limit - events.length }) } };
}

/** Left early, it gives the connection up: the rest of the COPY would still be on its way. */
async function copyPage(
  pool: Pool,
  upcast: UpcastText,
  statement: string,
): Promise<{ readonly events: readonly RawEvent[]; readonly characters: number; readonly isCut: boolean }> {
  const client = await pool.connect();
  const events: RawEvent[] = [];
  let [characters, isWhole] = [0, false];
  try {
    const stream = client.query(to(statement));
    stream.on('error', () => undefined);
    const [lines, parser] = [new LineSplitter(), new CopyLineParser(false)];
    for await (const chunk of stream) {
      const text = lines.push(chunk as Buffer);
      if (text === undefined) continue;
      characters += text.length;
      parser.parseRaw(text, (event) => events.push(upcast(event)));
      if (characters > LARGEST_PAGE) return { events, characters, isCut: true };
    }
    isWhole = true;
  } finally {
    client.release(!isWhole);
  }
  return { events, characters, isCut: false };
}
