import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Direction } from '@streakline/dossiers';
import { isRefusal, type Refusal } from '@streakline/event-store';
import { ReadSide } from '@streakline/projections';
import { decodeCursor, encodeCursor, pageOf } from '@streakline/web-api';
import { answer, type List } from '../answer';
import { resolveRef } from '../instrument-refs';
import { type PageRequest, sessionCursor } from '../range-query';
import type { StreakAnswer } from './price-streaks.answers';
import { readStreaks } from './price-streaks.reader';

/** An instrument's streaks (runs of `minLength` sessions and more). */
export class ListStreaks extends Query<List<StreakAnswer> | Refusal> {
  constructor(
    readonly ref: string,
    readonly options: PageRequest & { readonly direction?: Direction | undefined; readonly minLength: number },
  ) {
    super();
  }
}

@QueryHandler(ListStreaks)
export class ListStreaksHandler implements IQueryHandler<ListStreaks> {
  constructor(private readonly readSide: ReadSide) {}

  execute({ ref, options }: ListStreaks): Promise<List<StreakAnswer> | Refusal> {
    const after = options.cursor === undefined ? null : decodeCursor(options.cursor, sessionCursor)[0];
    return answer(this.readSide, options.minPosition, async (view) => {
      const id = await resolveRef(view, ref);
      if (isRefusal(id)) return id;
      const runs = await readStreaks(view, id, { ...options, after }, options.limit + 1);
      return pageOf(runs, options.limit, ({ start }) => encodeCursor([start]));
    });
  }
}
