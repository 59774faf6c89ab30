import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { instrumentsOfArticle } from '@streakline/events';
import { isRefusal, type Refusal } from '@streakline/event-store';
import { ReadSide } from '@streakline/projections';
import { decodeCursor, encodeCursor, pageOf } from '@streakline/web-api';
import { z } from 'zod';
import { answer, type List } from '../answer';
import { readArticles } from '../articles.reader';
import { readNames, resolveRef } from '../instrument-refs';
import type { PageRequest } from '../range-query';
import { headOf } from './article-answer';
import type { ArticleHead } from './articles.answers';

const placeSchema = z.tuple([z.string(), z.string()]);

export interface ArticleSearch extends PageRequest {
  /** An instrument id or MIC:SYMBOL. */
  readonly instrument?: string | undefined;
  /** Dates or instants, [from, to). */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Articles, oldest first. */
export class ListArticles extends Query<List<ArticleHead> | Refusal> {
  constructor(readonly search: ArticleSearch) {
    super();
  }
}

@QueryHandler(ListArticles)
export class ListArticlesHandler implements IQueryHandler<ListArticles> {
  constructor(private readonly readSide: ReadSide) {}

  execute({ search }: ListArticles): Promise<List<ArticleHead> | Refusal> {
    const after = search.cursor === undefined ? null : decodeCursor(search.cursor, placeSchema);
    return answer(this.readSide, search, async (view) => {
      const instrumentId = search.instrument === undefined ? null : await resolveRef(view, search.instrument);
      if (isRefusal(instrumentId)) return instrumentId;
      const filter = { instrumentId, from: sortable(search.from), to: sortable(search.to) };
      const rows = await readArticles(view, filter, after, search.limit + 1);
      const { data, nextCursor } = pageOf(rows, search.limit, ({ moment, record }) =>
        encodeCursor([moment, record.id]),
      );
      const nameOn = await readNames(
        view,
        data.flatMap(({ record }) => instrumentsOfArticle(record)),
      );
      return { data: data.map(({ record }) => headOf(record, nameOn)), nextCursor };
    });
  }
}

/** Instants in the form that the rows have; a date stays one, and stands before its first instant. */
function sortable(bound: string | undefined): string | null {
  if (bound === undefined) return null;
  return bound.length === 'YYYY-MM-DD'.length ? bound : new Date(bound).toISOString();
}
