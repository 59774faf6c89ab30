import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { isRefusal, type Refusal } from '@streakline/event-store';
import { ReadSide } from '@streakline/projections';
import { decodeCursor, encodeCursor, pageOf } from '@streakline/web-api';
import { z } from 'zod';
import { answer, type List } from '../answer';
import { resolveRef } from '../instrument-refs';
import type { PageRequest } from '../range-query';
import type { TimelineAnswer } from './timelines.answers';
import { readTimeline } from './timelines.reader';

const placeSchema = z.tuple([z.int(), z.string(), z.string()]);

/** What happened to an instrument, oldest first. */
export class GetTimeline extends Query<List<TimelineAnswer> | Refusal> {
  constructor(
    readonly ref: string,
    readonly page: PageRequest,
  ) {
    super();
  }
}

@QueryHandler(GetTimeline)
export class GetTimelineHandler implements IQueryHandler<GetTimeline> {
  constructor(private readonly readSide: ReadSide) {}

  execute({ ref, page }: GetTimeline): Promise<List<TimelineAnswer> | Refusal> {
    const after = page.cursor === undefined ? null : decodeCursor(page.cursor, placeSchema);
    return answer(this.readSide, page.minPosition, async (view) => {
      const id = await resolveRef(view, ref);
      if (isRefusal(id)) return id;
      const entries = await readTimeline(view, id, after, page.limit + 1);
      const { data, nextCursor } = pageOf(entries, page.limit, (last) => encodeCursor([last.at, last.kind, last.ref]));
      return { data: data.map((entry) => ({ ...entry, at: new Date(entry.at).toISOString() })), nextCursor };
    });
  }
}
