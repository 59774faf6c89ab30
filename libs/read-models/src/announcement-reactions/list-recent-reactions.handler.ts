import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { isRefusal, type Refusal } from '@streakline/event-store';
import { certaintyOf } from '@streakline/events';
import { ReadSide } from '@streakline/projections';
import { decodeCursor, encodeCursor, type Page, pageOf } from '@streakline/web-api';
import { z } from 'zod';
import { announcementFilter, type AskedAnnouncements } from '../announcement-filter';
import { answer, type List } from '../answer';
import type { CutView } from '../cut-view';
import { resolveRef } from '../instrument-refs';
import type { PageRequest } from '../range-query';
import { mustHaveWords } from '../search-for';
import { TapeDigests } from '../tape-digests';
import { readReactingAt } from './reacting-at';
import type { RecentReactionAnswer } from './recent-reactions.answers';
import { type Reacting, readReacting, type RecentFilter, type RecentPlace } from './recent-reactions.reader';

const placeSchema = z.tuple([z.string(), z.string(), z.string()]);

export interface RecentSearch extends PageRequest, AskedAnnouncements {
  /** The one that reacts: an instrument id or MIC:SYMBOL. */
  readonly instrument?: string | undefined;
  readonly relation?: string | undefined;
}

/** What announcements did, newest first: one row for each instrument that reacts to one. */
export class ListRecentReactions extends Query<List<RecentReactionAnswer> | Refusal> {
  constructor(readonly search: RecentSearch) {
    super();
  }
}

@QueryHandler(ListRecentReactions)
export class ListRecentReactionsHandler implements IQueryHandler<ListRecentReactions> {
  constructor(
    private readonly readSide: ReadSide,
    private readonly digests: TapeDigests,
  ) {}

  execute({ search }: ListRecentReactions): Promise<List<RecentReactionAnswer> | Refusal> {
    const after = search.cursor === undefined ? null : decodeCursor(search.cursor, placeSchema);
    return answer(this.readSide, search, async (view) => {
      mustHaveWords(view);
      const instrumentId = search.instrument === undefined ? null : await resolveRef(view, search.instrument);
      if (isRefusal(instrumentId)) return instrumentId;
      const filter = await announcementFilter(view, instrumentId, search);
      if (filter === null) return { data: [], nextCursor: null };
      const page = await this.page(view, { ...filter, relation: search.relation ?? null }, after, search.limit);
      return { data: await this.shown(view, page.data), nextCursor: page.nextCursor };
    });
  }

  private async page(
    view: CutView,
    filter: RecentFilter,
    after: RecentPlace | null,
    limit: number,
  ): Promise<Page<Reacting>> {
    if (!view.cut) return pageOf(await readReacting(view, filter, after, limit + 1), limit, cursorOf);
    const { reacting, goOn } = await readReactingAt(view, this.digests, filter, after, limit);
    const page = pageOf(reacting, limit, cursorOf);
    return goOn === null || page.nextCursor !== null ? page : { ...page, nextCursor: encodeCursor([...goOn]) };
  }

  private async shown(view: CutView, rows: readonly Reacting[]): Promise<readonly RecentReactionAnswer[]> {
    const digests = await this.digests.reactions.of(
      view,
      rows.map(({ instrumentId }) => instrumentId),
    );
    return rows.flatMap(({ record, instrumentId }) => {
      const reaction = digests.get(instrumentId)?.get(record.id);
      return reaction === undefined ? [] : [{ announcement: announcementOf(record), ...reaction }];
    });
  }
}

function cursorOf({ moment, record, instrumentId }: Reacting): string {
  return encodeCursor([moment, record.id, instrumentId]);
}

function announcementOf({ id, original, amendments }: Reacting['record']): RecentReactionAnswer['announcement'] {
  const { kind, headline, moment } = original;
  const certainty = certaintyOf(moment);
  if ('at' in moment) return { id, kind, headline, announcedAt: moment.at, certainty, amendments: amendments.length };
  const { on: announcedOn, timing } = moment;
  const stated = timing === undefined ? {} : { timing };
  return { id, kind, headline, announcedOn, ...stated, certainty, amendments: amendments.length };
}
