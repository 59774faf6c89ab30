import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Bar, barsOf } from '@streakline/dossiers';
import { isRefusal, type Refusal } from '@streakline/event-store';
import { ReadSide } from '@streakline/projections';
import { decodeCursor, encodeCursor, pageOf } from '@streakline/web-api';
import { answer, type List } from '../answer';
import { resolveRef } from '../instrument-refs';
import { type PageRequest, sessionCursor, type SessionRange, sessionsWithin } from '../range-query';
import { Tapes } from '../tapes';
import type { BarAnswer } from './bars.answers';

/** An instrument's tape, session by session. */
export class ListBars extends Query<List<BarAnswer> | Refusal> {
  constructor(
    readonly ref: string,
    readonly options: PageRequest & SessionRange,
  ) {
    super();
  }
}

/** Reads facts at rest: a table of bars would only repeat them. */
@QueryHandler(ListBars)
export class ListBarsHandler implements IQueryHandler<ListBars> {
  constructor(
    private readonly readSide: ReadSide,
    private readonly tapes: Tapes,
  ) {}

  execute({ ref, options }: ListBars): Promise<List<BarAnswer> | Refusal> {
    const after = options.cursor === undefined ? null : decodeCursor(options.cursor, sessionCursor)[0];
    return answer(this.readSide, options, async (view) => {
      const id = await resolveRef(view, ref);
      if (isRefusal(id)) return id;
      const known = (await this.tapes.of(view, [id])).get(id);
      const bars = known ? barsOf(known) : [];
      const page = pageOf(sessionsWithin(bars, options, after, options.limit), options.limit, (bar) =>
        encodeCursor([bar.session]),
      );
      return { ...page, data: page.data.map(answerOf) };
    });
  }
}

function answerOf({ session, open, high, low, close, volume, adjusted, source, knownAt }: Bar): BarAnswer {
  return { session, open, high, low, close, volume, adjusted, source, knownAt: new Date(knownAt).toISOString() };
}
