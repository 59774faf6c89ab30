import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Known, type TimelineEntry, timelineOf } from '@streakline/dossiers';
import { isRefusal, type Refusal } from '@streakline/event-store';
import { ReadSide } from '@streakline/projections';
import { decodeCursor, encodeCursor, pageOf } from '@streakline/web-api';
import { z } from 'zod';
import { answer, type List } from '../answer';
import type { CutView } from '../cut-view';
import { resolveRef } from '../instrument-refs';
import type { PageRequest } from '../range-query';
import { hasOtherClasses } from '../other-classes';
import { timelineAnswer } from './timeline-answer';
import type { TimelineAnswer } from './timelines.answers';
import { Tapes } from '../tapes';
import { readTimeline, type TimelinePlace } from './timelines.reader';

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
  constructor(
    private readonly readSide: ReadSide,
    private readonly tapes: Tapes,
  ) {}

  execute({ ref, page }: GetTimeline): Promise<List<TimelineAnswer> | Refusal> {
    const after = page.cursor === undefined ? null : decodeCursor(page.cursor, placeSchema);
    return answer(this.readSide, page, async (view) => {
      const id = await resolveRef(view, ref);
      if (isRefusal(id)) return id;
      const entries = await this.entriesOf(view, id, after, page.limit + 1);
      const { data, nextCursor } = pageOf(entries, page.limit, (last) => encodeCursor([last.at, last.kind, last.ref]));
      return { data: data.map(timelineAnswer), nextCursor };
    });
  }

  private async entriesOf(view: CutView, id: string, after: TimelinePlace | null, limit: number) {
    if (view.cut === undefined) {
      const stored = await readTimeline(view, id, after, limit);
      const lacksFigures = stored.some((entry) => entry.kind === 'streak' && entry.marketCapChange === null);
      if (!lacksFigures || !(await hasOtherClasses(view, id))) return stored;
    }
    return entriesAfter((await this.tapes.of(view, [id])).get(id), after).slice(0, limit);
  }
}

function entriesAfter(known: Known | undefined, after: TimelinePlace | null): readonly TimelineEntry[] {
  const entries = known ? timelineOf(known) : [];
  return after === null ? entries : entries.filter((entry) => isAfter(entry, after));
}

function isAfter(entry: TimelineEntry, [at, kind, ref]: TimelinePlace): boolean {
  if (entry.at !== at) return entry.at > at;
  return entry.kind === kind ? entry.ref > ref : entry.kind > kind;
}
