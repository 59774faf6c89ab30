import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { isRefusal, type Refusal } from '@streakline/event-store';
import { publishedFrom } from '@streakline/insights';
import { ReadSide } from '@streakline/projections';
import { decodeCursor, encodeCursor, pageOf } from '@streakline/web-api';
import { z } from 'zod';
import { answer, type List } from '../answer';
import { resolveRef } from '../instrument-refs';
import type { PageRequest } from '../range-query';
import type { InsightAnswer } from './insights.answers';
import { readInsights } from './insights.reader';

const placeSchema = z.tuple([z.int()]);

export interface InsightSearch extends PageRequest {
  /** An instrument id or MIC:SYMBOL. */
  readonly instrument?: string | undefined;
  readonly kind?: string | undefined;
  /** A date (from its beginning in UTC) or an instant. */
  readonly since?: string | undefined;
}

/** What the system found, newest first. */
export class ListInsights extends Query<List<InsightAnswer> | Refusal> {
  constructor(readonly search: InsightSearch) {
    super();
  }
}

@QueryHandler(ListInsights)
export class ListInsightsHandler implements IQueryHandler<ListInsights> {
  constructor(private readonly readSide: ReadSide) {}

  execute({ search }: ListInsights): Promise<List<InsightAnswer> | Refusal> {
    const before = search.cursor === undefined ? null : decodeCursor(search.cursor, placeSchema)[0];
    return answer(this.readSide, search, async (view) => {
      const instrumentId = search.instrument === undefined ? null : await resolveRef(view, search.instrument);
      if (isRefusal(instrumentId)) return instrumentId;
      const since = search.since === undefined ? null : new Date(search.since).toISOString();
      const filter = { instrumentId, kind: search.kind ?? null, since };
      const stored = await readInsights(view, filter, before, search.limit + 1);
      const { data, nextCursor } = pageOf(stored, search.limit, ({ seq }) => encodeCursor([seq]));
      return { data: data.map(publishedFrom), nextCursor };
    });
  }
}
