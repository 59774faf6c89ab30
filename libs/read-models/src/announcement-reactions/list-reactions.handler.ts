import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Refusal } from '@streakline/event-store';
import { ReadSide } from '@streakline/projections';
import { decodeCursor, encodeCursor, pageOf } from '@streakline/web-api';
import { z } from 'zod';
import { unknownAnnouncement } from '../announcement-refs';
import { answer, type List } from '../answer';
import type { PageRequest } from '../range-query';
import { Tapes } from '../tapes';
import type { ReactionAnswer } from './announcement-reactions.answers';
import { readReactions } from './announcement-reactions.reader';
import { reactionsAt } from './reactions-at';
import { answersOf } from './reaction-answer';

const placeSchema = z.tuple([z.int(), z.string()]);

/** How each listed subject reacted to an announcement and to its amendments. */
export class ListReactions extends Query<List<ReactionAnswer> | Refusal> {
  constructor(
    readonly announcementId: string,
    readonly page: PageRequest,
  ) {
    super();
  }
}

@QueryHandler(ListReactions)
export class ListReactionsHandler implements IQueryHandler<ListReactions> {
  constructor(
    private readonly readSide: ReadSide,
    private readonly tapes: Tapes,
  ) {}

  execute({ announcementId, page }: ListReactions): Promise<List<ReactionAnswer> | Refusal> {
    const after = page.cursor === undefined ? null : decodeCursor(page.cursor, placeSchema);
    return answer(this.readSide, page, async (view) => {
      const reactions = view.cut
        ? await reactionsAt(view, this.tapes, announcementId, after)
        : await readReactions(view, announcementId, after, page.limit + 1);
      if (reactions === undefined) return unknownAnnouncement(announcementId, view.cut);
      const { data, nextCursor } = pageOf(reactions, page.limit, (last) =>
        encodeCursor([last.order, last.instrumentId]),
      );
      return { data: await answersOf(view, this.tapes, data), nextCursor };
    });
  }
}
