import { createHash } from 'node:crypto';
import {
  ARTICLE_READER,
  type ArticleReading,
  ArticleReadingError,
  type KnownInstrument,
  readArticle,
} from '@streakline/article-reading';
import type { ArticleRecord, InstrumentId, Moment } from '@streakline/events';
import { refuse, refuseFor, type Refusal } from '@streakline/event-store';
import { articleIdFor } from '../article/article-id';
import { publicFrom } from '../article/known-at';
import type { RecordArticleBody } from './record-article.command';

/** Clocks differ; what is further ahead was not published. */
const CLOCK_ALLOWANCE = 5 * 60_000;

export interface BodyContext {
  readonly instruments: readonly KnownInstrument[];
  readonly asked: readonly InstrumentId[];
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What an article says, as a record; or why it cannot be read, pointing at the field that would mend it. */
export function readBody(body: RecordArticleBody, { instruments, asked, now }: BodyContext): ArticleRecord | Refusal {
  const { publishedAt, publishedOn, instruments: _, ...given } = body;
  if (publishedAt !== undefined && publishedOn !== undefined) {
    const detail = 'Give publishedAt or publishedOn, not both: an instant has its date in every zone.';
    return refuseFor(
      'invalid',
      [{ code: 'publicationUnclear', pointer: '/publishedOn', detail }],
      'publicationUnclear',
    );
  }
  const told = momentOf(publishedAt, publishedOn);
  try {
    const reading = readArticle(
      { ...given, ...(told === undefined ? {} : { published: told }) },
      { instruments, asked },
    );
    return futureRefusal(reading.published, now) ?? recordOf(reading);
  } catch (error) {
    if (!(error instanceof ArticleReadingError)) throw error;
    return refuse('invalid', error.code, error.message, [{ pointer: `/${error.field}`, detail: error.message }]);
  }
}

function momentOf(at: string | undefined, on: string | undefined): Moment | undefined {
  if (at !== undefined) return { at: new Date(at).toISOString() };
  return on === undefined ? undefined : { on };
}

function recordOf({ text, claims, ...reading }: ArticleReading): ArticleRecord {
  const textHash = createHash('sha256').update(text.text).digest('hex');
  return {
    id: articleIdFor(reading.url, textHash),
    ...reading,
    textHash,
    reader: ARTICLE_READER,
    claims: claims.map((claim) => ({ claim, state: 'read' })),
  };
}

function futureRefusal(published: Moment, now: number): Refusal | undefined {
  if (publicFrom(published) <= now + CLOCK_ALLOWANCE) return undefined;
  const said = 'at' in published ? published.at : published.on;
  const detail = `The article would be published only on ${said}: mend the date.`;
  return refuseFor('invalid', [{ code: 'publishedInFuture', pointer: '/publishedAt', detail }], 'publishedInFuture');
}
