import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { runsOf } from '@streakline/dossiers';
import { isRefusal, refuse, type Refusal } from '@streakline/event-store';
import { ReadSide } from '@streakline/projections';
import type { AskedMoment } from '@streakline/web-api';
import { answer, type Single } from '../answer';
import { readNames, resolveRef, unknownInstrument } from '../instrument-refs';
import { Tapes } from '../tapes';
import { statisticsOf } from './statistics-of';
import { StreakCountsAt } from './streak-counts-at';
import { readStreakCounts } from './streak-counts.reader';
import type { StreakStatisticsAnswer } from './streak-statistics.answers';
import { runHolding } from './told-runs';

/** What an instrument's streaks are worth: tests, chances and sentences. */
export class GetStreakStatistics extends Query<Single<StreakStatisticsAnswer> | Refusal> {
  constructor(
    readonly ref: string,
    readonly options: AskedMoment & { readonly session?: string | undefined } = {},
  ) {
    super();
  }
}

@QueryHandler(GetStreakStatistics)
export class GetStreakStatisticsHandler implements IQueryHandler<GetStreakStatistics> {
  constructor(
    private readonly readSide: ReadSide,
    private readonly tapes: Tapes,
    private readonly countsAt: StreakCountsAt,
  ) {}

  execute({ ref, options }: GetStreakStatistics): Promise<Single<StreakStatisticsAnswer> | Refusal> {
    const { session } = options;
    return answer(this.readSide, options, async (view) => {
      const id = await resolveRef(view, ref);
      if (isRefusal(id)) return id;
      const known = (await this.tapes.of(view, [id])).get(id);
      if (known === undefined) return unknownInstrument(ref);
      if (session !== undefined && runHolding(runsOf(known), session) === undefined) return noRunOn(session);
      const name = (await readNames(view, [id]))(id, null);
      const all = view.cut ? await this.countsAt.of(view) : await readStreakCounts(view);
      return statisticsOf(known, name, all, session);
    });
  }
}

function noRunOn(session: string): Refusal {
  const detail = `No run holds ${session}: the close was unchanged, or there is no bar. GET .../streaks lists the runs there are.`;
  return refuse('notFound', 'noRunOnSession', detail, [{ pointer: '/session', detail }]);
}
