import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Refusal } from '@streakline/event-store';
import { ReadSide } from '@streakline/projections';
import { decodeCursor, encodeCursor, type Page, pageOf } from '@streakline/web-api';
import { z } from 'zod';
import { unknownAnnouncement } from '../announcement-refs';
import { answer, type List } from '../answer';
import type { CutView } from '../cut-view';
import type { PageRequest } from '../range-query';
import { announcementAt } from '../announcement-at';
import { eventsWithin } from './events-at';
import type { AnnouncementEventAnswer } from './announcements.answers';
import { readAnnouncement, readAnnouncementEvents } from '../announcements.reader';

const placeSchema = z.tuple([z.int()]);

/** What was recorded about an announcement, event by event. */
export class ListAnnouncementEvents extends Query<List<AnnouncementEventAnswer> | Refusal> {
  constructor(
    readonly id: string,
    readonly page: PageRequest,
  ) {
    super();
  }
}

@QueryHandler(ListAnnouncementEvents)
export class ListAnnouncementEventsHandler implements IQueryHandler<ListAnnouncementEvents> {
  constructor(private readonly readSide: ReadSide) {}

  execute({ id, page }: ListAnnouncementEvents): Promise<List<AnnouncementEventAnswer> | Refusal> {
    const after = page.cursor === undefined ? 0 : decodeCursor(page.cursor, placeSchema)[0];
    return answer(this.readSide, page, async (view) => {
      if (view.cut) return eventsAt(view, id, after, page.limit);
      if (!(await readAnnouncement(view, id))) return unknownAnnouncement(id);
      const events = await readAnnouncementEvents(view, id, { after }, page.limit + 1);
      return pageOf(events, page.limit, ({ position }) => encodeCursor([position]));
    });
  }
}

async function eventsAt(
  view: CutView,
  id: string,
  after: number,
  limit: number,
): Promise<Page<AnnouncementEventAnswer> | Refusal> {
  const then = await announcementAt(view, id);
  if (then === undefined) return unknownAnnouncement(id, view.cut);
  const recorded = await readAnnouncementEvents(view, id, { after, upTo: view.cut?.asRecorded }, null);
  return pageOf(eventsWithin(recorded, then.acts), limit, ({ position }) => encodeCursor([position]));
}
