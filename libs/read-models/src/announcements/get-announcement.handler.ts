import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Refusal } from '@streakline/event-store';
import { ReadSide } from '@streakline/projections';
import type { AskedMoment } from '@streakline/web-api';
import { unknownAnnouncement } from '../announcement-refs';
import { answer, type Single } from '../answer';
import { announcementAnswers } from './announcement-answer';
import { announcementAt } from '../announcement-at';
import type { AnnouncementAnswer } from './announcements.answers';
import { readAnnouncement } from '../announcements.reader';

/** One announcement as it now stands; a retracted one shows its retraction. */
export class GetAnnouncement extends Query<Single<AnnouncementAnswer> | Refusal> {
  constructor(
    readonly id: string,
    readonly asked: AskedMoment = {},
  ) {
    super();
  }
}

@QueryHandler(GetAnnouncement)
export class GetAnnouncementHandler implements IQueryHandler<GetAnnouncement> {
  constructor(private readonly readSide: ReadSide) {}

  execute({ id, asked }: GetAnnouncement): Promise<Single<AnnouncementAnswer> | Refusal> {
    return answer(this.readSide, asked, async (view) => {
      const record = view.cut ? (await announcementAt(view, id))?.record : await readAnnouncement(view, id);
      if (!record) return unknownAnnouncement(id, view.cut);
      const [shown] = await announcementAnswers(view, [record]);
      return shown ?? unknownAnnouncement(id);
    });
  }
}
