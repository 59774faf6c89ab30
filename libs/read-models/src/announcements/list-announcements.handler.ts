import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { isRefusal, type Refusal } from '@streakline/event-store';
import { ReadSide } from '@streakline/projections';
import { decodeCursor, encodeCursor, pageOf } from '@streakline/web-api';
import { z } from 'zod';
import { answer, type List } from '../answer';
import { resolveRef } from '../instrument-refs';
import type { PageRequest } from '../range-query';
import { announcementAnswers } from './announcement-answer';
import { announcementFilter, type AskedAnnouncements } from '../announcement-filter';
import type { AnnouncementAnswer } from './announcements.answers';
import { readAnnouncementsAt } from '../announcements-at.reader';
import { type AnnouncementOrder, readAnnouncements } from '../announcements.reader';

const placeSchema = z.tuple([z.string(), z.string()]);

export interface AnnouncementSearch extends PageRequest, AskedAnnouncements {
  /** An instrument id or MIC:SYMBOL. */
  readonly instrument?: string | undefined;
  /** The oldest come first, if absent. */
  readonly order?: AnnouncementOrder | undefined;
}

/** Announcements by their moments. */
export class ListAnnouncements extends Query<List<AnnouncementAnswer> | Refusal> {
  constructor(readonly search: AnnouncementSearch) {
    super();
  }
}

@QueryHandler(ListAnnouncements)
export class ListAnnouncementsHandler implements IQueryHandler<ListAnnouncements> {
  constructor(private readonly readSide: ReadSide) {}

  execute({ search }: ListAnnouncements): Promise<List<AnnouncementAnswer> | Refusal> {
    const after = search.cursor === undefined ? null : decodeCursor(search.cursor, placeSchema);
    return answer(this.readSide, search, async (view) => {
      const instrumentId = search.instrument === undefined ? null : await resolveRef(view, search.instrument);
      if (isRefusal(instrumentId)) return instrumentId;
      const filter = await announcementFilter(view, instrumentId, search, search.order);
      if (filter === null) return { data: [], nextCursor: null };
      const read = view.cut ? readAnnouncementsAt : readAnnouncements;
      const rows = await read(view, filter, after, search.limit + 1);
      const { data, nextCursor } = pageOf(rows, search.limit, ({ moment, record }) =>
        encodeCursor([moment, record.id]),
      );
      return {
        data: await announcementAnswers(
          view,
          data.map(({ record }) => record),
        ),
        nextCursor,
      };
    });
  }
}
