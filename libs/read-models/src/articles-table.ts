import { type ArticleRecord, type InstrumentId, instrumentsOfArticle, type Moment } from '@streakline/events';
import type { Row, Table } from '@streakline/projections';

/** What an article is found by. */
const FOUND_BY = {
  moment: 'text',
  instruments: 'text[]',
  claimed: 'text[]',
  claims: 'integer',
  public_from: 'bigint',
  public_by: 'bigint',
} as const;

/**
 * Articles as they now stand. `moment` sorts them: an instant in UTC, or the bare date, which stands before every instant of
 * that day. `claimed` are the instruments that standing claims are about, `claims` is how many stand. Nothing of an article
 * was public before `public_from`, all of it at `public_by` (epoch milliseconds). The positions are those of its events.
 */
export const articlesTable: Table = {
  name: 'articles',
  columns: { article_id: 'text', ...FOUND_BY, first_position: 'bigint', position: 'bigint', record: 'json' },
  primaryKey: ['article_id'],
  indexes: [
    { columns: ['moment', 'article_id'] },
    { columns: ['instruments'], method: 'gin' },
    { columns: ['claimed'], method: 'gin' },
    { columns: ['position'] },
  ],
};

/** Every event of an article: the facts at rest that the row above is made from, each with what it was found by after it. */
export const articleEventsTable: Table = {
  name: 'article_events',
  columns: { article_id: 'text', position: 'bigint', type: 'text', ...FOUND_BY, record: 'json' },
  primaryKey: ['article_id', 'position'],
};

/** An article as it stood after one of its events. */
export interface ArticleEventFact {
  readonly position: number;
  readonly type: string;
  readonly record: ArticleRecord;
}

/** @param events in position order */
export function articleRows(events: readonly ArticleEventFact[]): readonly Row[] {
  const [first, newest] = [events[0], events.at(-1)];
  if (first === undefined || newest === undefined) return [];
  const { record, position } = newest;
  return [{ article_id: record.id, ...foundBy(record), first_position: first.position, position, record }];
}

export function articleEventRows(articleId: string, events: readonly ArticleEventFact[]): readonly Row[] {
  return events.map(({ position, type, record }) => ({
    ...{ article_id: articleId, position, type },
    ...foundBy(record),
    record,
  }));
}

function foundBy(record: ArticleRecord): Readonly<Record<keyof typeof FOUND_BY, unknown>> {
  const standing = record.claims.filter(({ state }) => state !== 'withdrawn');
  return {
    moment: 'at' in record.published ? new Date(record.published.at).toISOString() : record.published.on,
    instruments: instrumentsOfArticle(record),
    claimed: [...new Set(standing.flatMap(({ claim }): InstrumentId[] => subjectId(claim.subject)))],
    claims: standing.length,
    public_from: publicFrom(record.published),
    public_by: publicBy(record.published),
  };
}

function subjectId(subject: ArticleRecord['claims'][number]['claim']['subject']): InstrumentId[] {
  return 'instrumentId' in subject ? [subject.instrumentId] : [];
}

/** A date begins on Earth in UTC+14 and ends in UTC-12. */
function publicFrom(moment: Moment): number {
  return Date.parse('at' in moment ? moment.at : `${moment.on}T00:00:00.000+14:00`);
}

function publicBy(moment: Moment): number {
  return Date.parse('at' in moment ? moment.at : `${moment.on}T23:59:59.999-12:00`);
}
