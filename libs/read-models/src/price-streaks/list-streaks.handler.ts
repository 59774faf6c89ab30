import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Direction, type Known, type Run, runsOf } from '@streakline/dossiers';
import { isRefusal, type Refusal } from '@streakline/event-store';
import { ReadSide } from '@streakline/projections';
import { decodeCursor, encodeCursor, pageOf } from '@streakline/web-api';
import { answer, type List } from '../answer';
import type { CutView } from '../cut-view';
import { resolveRef } from '../instrument-refs';
import { hasOtherClasses } from '../other-classes';
import { type PageRequest, sessionCursor } from '../range-query';
import { Tapes } from '../tapes';
import type { StreakAnswer } from './price-streaks.answers';
import { readStreaks, type StreakFilter } from './price-streaks.reader';

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
  constructor(
    private readonly readSide: ReadSide,
    private readonly tapes: Tapes,
  ) {}

  execute({ ref, options }: ListStreaks): Promise<List<StreakAnswer> | Refusal> {
    const after = options.cursor === undefined ? null : decodeCursor(options.cursor, sessionCursor)[0];
    return answer(this.readSide, options, async (view) => {
      const id = await resolveRef(view, ref);
      if (isRefusal(id)) return id;
      const filter = { ...options, after };
      const runs = await this.runsOf(view, id, filter, options.limit + 1);
      return pageOf(runs, options.limit, ({ start }) => encodeCursor([start]));
    });
  }

  private async runsOf(view: CutView, id: string, filter: StreakFilter, limit: number): Promise<readonly Run[]> {
    if (view.cut === undefined) {
      const stored = await readStreaks(view, id, filter, limit);
      const lacksFigures = stored.some(({ marketCapChange }) => marketCapChange === null);
      if (!lacksFigures || !(await hasOtherClasses(view, id))) return stored;
    }
    return streaksIn((await this.tapes.of(view, [id])).get(id), filter).slice(0, limit);
  }
}

function streaksIn(known: Known | undefined, { direction, minLength, after }: StreakFilter): readonly Run[] {
  if (known === undefined) return [];
  return runsOf(known).filter(
    (run) =>
      (direction === undefined || run.direction === direction) &&
      run.length >= minLength &&
      (after === null || run.start > after),
  );
}
