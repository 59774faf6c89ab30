import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Direction } from '@streakline/dossiers';
import type { Refusal } from '@streakline/event-store';
import { ReadSide } from '@streakline/projections';
import { decodeCursor, encodeCursor, pageOf } from '@streakline/web-api';
import { z } from 'zod';
import { answer, type List } from '../answer';
import type { CutView } from '../cut-view';
import type { PageRequest } from '../range-query';
import { TapeDigests } from '../tape-digests';
import type { StreakInForceAnswer } from './streaks-in-force.answers';
import { type InForce, readInForce, readListedThen } from './streaks-in-force.reader';

/** How long it is, how far it went (either way), and whose it is. */
const placeSchema = z.tuple([z.int(), z.number(), z.string()]);
type Place = readonly [length: number, moved: number, instrumentId: string];

export interface InForceSearch extends PageRequest {
  readonly direction?: Direction | undefined;
  readonly minLength: number;
}

/** Streaks in force (runs of `minLength` sessions and more) across all instruments, longest first. */
export class ListStreaksInForce extends Query<List<StreakInForceAnswer> | Refusal> {
  constructor(readonly search: InForceSearch) {
    super();
  }
}

@QueryHandler(ListStreaksInForce)
export class ListStreaksInForceHandler implements IQueryHandler<ListStreaksInForce> {
  constructor(
    private readonly readSide: ReadSide,
    private readonly digests: TapeDigests,
  ) {}

  execute({ search }: ListStreaksInForce): Promise<List<StreakInForceAnswer> | Refusal> {
    const after = search.cursor === undefined ? null : decodeCursor(search.cursor, placeSchema);
    return answer(this.readSide, search, async (view) => {
      const { direction, minLength } = search;
      const all = view.cut
        ? await this.inForceAt(view, direction, minLength)
        : await readInForce(view, direction, minLength);
      const rest = [...all].sort(longestFirst).filter((one) => after === null || compare(placeOf(one), after) > 0);
      const { data, nextCursor } = pageOf(rest, search.limit, (last) => encodeCursor([...placeOf(last)]));
      const shown = view.cut ? data : await this.withCompanies(view, data);
      return { data: shown.map(({ instrument, run }) => ({ ...run, instrument })), nextCursor };
    });
  }

  private async inForceAt(
    view: CutView,
    direction: Direction | undefined,
    minLength: number,
  ): Promise<readonly InForce[]> {
    const digests = await this.digests.inForce.of(view, await readListedThen(view));
    return [...digests.values()].flatMap(({ instrument, run }) =>
      run !== null && run.length >= minLength && (direction === undefined || run.direction === direction)
        ? [{ instrument, run }]
        : [],
    );
  }

  /** What rests on the tapes of other classes is not in the rows. */
  private async withCompanies(view: CutView, page: readonly InForce[]): Promise<readonly InForce[]> {
    const lacking = page.filter(({ run }) => run.marketCapChange === null).map(({ instrument }) => instrument.id);
    const digests = await this.digests.inForce.of(view, lacking);
    return page.map(({ instrument, run }) => ({ instrument, run: digests.get(instrument.id)?.run ?? run }));
  }
}

function placeOf({ instrument, run }: InForce): Place {
  return [run.length, Math.abs(run.return), instrument.id];
}

function longestFirst(a: InForce, b: InForce): number {
  return compare(placeOf(a), placeOf(b));
}

function compare(a: Place, b: Place): number {
  for (const i of [0, 1] as const) if (a[i] !== b[i]) return b[i] - a[i];
  return a[2] === b[2] ? 0 : a[2] < b[2] ? -1 : 1;
}
