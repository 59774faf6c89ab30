import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { RecordArticle, type RecordArticleBody, recordArticleBody } from '@streakline/articles';
import { type CommandReceipt, isRefusal } from '@streakline/event-store';
import { ReadSide } from '@streakline/projections';
import { type ArticleAnswer, articleWithVerdicts, type Single } from '@streakline/read-models';
import { withStop } from '../../events/with-stop';
import { UsageError } from '../../failures';
import { print } from '../../output/print';
import type { StorageOptions } from '../../projections/open-projections';
import { catchUp } from '../catch-up';
import { openWriteSide, type WriteSide } from '../write-side';
import { articleText } from './article-text';

export interface ImportArticleOptions extends StorageOptions {
  readonly format?: 'markdown' | 'html';
  readonly url?: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly instrument?: readonly string[];
  readonly json?: boolean;
}

/** Bytes. Whatever is longer is no article. */
const MOST_BYTES = 8 * 1024 * 1024;
const INTERRUPTED = 'interrupted: the same command again records the article, or finds it recorded';

/** Reads an article, brings the read models up to it, and tells what it claims and what the tape says to that. */
export async function importArticle(file: string, options: ImportArticleOptions): Promise<void> {
  const body = bodyOf(await textOf(file), options);
  await withStop(INTERRUPTED, async (signal) => {
    const writing = await openWriteSide(options);
    try {
      const receipt = await recorded(writing, body);
      await catchUp(writing, { signal });
      const article = await judged(writing, receipt);
      const { said } = receipt;
      await print(options.json === true ? `${JSON.stringify({ said, ...article })}\n` : articleText(article, said));
    } finally {
      await writing.close();
    }
  });
}

async function textOf(file: string): Promise<string> {
  const stream: Readable = file === '-' ? process.stdin : createReadStream(file);
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of stream) {
      const piece = Buffer.from(chunk as Buffer);
      bytes += piece.length;
      if (bytes > MOST_BYTES)
        throw new UsageError(`${file} is longer than ${MOST_BYTES / 1024 / 1024} MiB: no article is`);
      chunks.push(piece);
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** What was typed, checked as HTTP checks it. */
function bodyOf(
  text: string,
  { format, url, title, publisher, published, instrument }: ImportArticleOptions,
): RecordArticleBody {
  const when = published === undefined ? {} : { [/T/.test(published) ? 'publishedAt' : 'publishedOn']: published };
  const given = { format, url, title, publisher, ...when, instruments: instrument };
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const checked = recordArticleBody.safeParse({ text, ...said });
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  const field = String(issue?.path[0] ?? 'text');
  const option = field.startsWith('published')
    ? '--published'
    : field === 'text'
      ? 'the text'
      : `--${field.replace(/s$/, '')}`;
  throw new UsageError(`${option}: ${issue?.message ?? 'not as it should be'}`);
}

async function recorded(writing: WriteSide, body: RecordArticleBody): Promise<CommandReceipt> {
  const receipt = await writing.execute(new RecordArticle(body, { now: Date.now(), correlationId: randomUUID() }));
  if (isRefusal(receipt)) throw new UsageError(inOptions(receipt.detail));
  return receipt;
}

/** What HTTP calls by its field is an option here. */
function inOptions(detail: string): string {
  return detail
    .replace(/: give the instant \(/, ': give --published, an instant (')
    .replace(/: give one\.$/, ': give one with --title.');
}

async function judged(
  { pool, store, projections }: WriteSide,
  { id, position }: CommandReceipt,
): Promise<Single<ArticleAnswer>> {
  const [projection] = projections;
  if (projection === undefined) throw new Error('There are no read models to ask.');
  const readSide = new ReadSide({ pool, store, projection: projection.name });
  const article = await articleWithVerdicts(readSide, id, { minPosition: position });
  if (isRefusal(article)) throw new Error(article.detail);
  return article;
}
