import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type MarketCap, marketCapsOf } from '@streakline/dossiers';
import { isRefusal, type Refusal } from '@streakline/event-store';
import { ReadSide } from '@streakline/projections';
import { decodeCursor, encodeCursor, pageOf } from '@streakline/web-api';
import { answer, type List } from '../answer';
import type { CutView } from '../cut-view';
import { resolveRef } from '../instrument-refs';
import { type PageRequest, sessionCursor, type SessionRange, sessionsWithin } from '../range-query';
import { Tapes } from '../tapes';
import type { MarketCapAnswer } from './market-caps.answers';
import { readMarketCaps } from './market-caps.reader';

/** An instrument's market cap at each close. */
export class ListMarketCaps extends Query<List<MarketCapAnswer> | Refusal> {
  constructor(
    readonly ref: string,
    readonly options: PageRequest & SessionRange,
  ) {
    super();
  }
}

@QueryHandler(ListMarketCaps)
export class ListMarketCapsHandler implements IQueryHandler<ListMarketCaps> {
  constructor(
    private readonly readSide: ReadSide,
    private readonly tapes: Tapes,
  ) {}

  execute({ ref, options }: ListMarketCaps): Promise<List<MarketCapAnswer> | Refusal> {
    const after = afterOf(options);
    return answer(this.readSide, options, async (view) => {
      const id = await resolveRef(view, ref);
      if (isRefusal(id)) return id;
      const all = await this.allOf(view, id, options);
      const caps = sessionsWithin(all, options, after, options.limit);
      return pageOf(caps, options.limit, ({ session }) => encodeCursor([session]));
    });
  }

  /** What rests on other classes' tapes is not in the rows: it is computed on reading, as what was known at a cut is. */
  private async allOf(view: CutView, id: string, options: ListMarketCaps['options']): Promise<readonly MarketCap[]> {
    const stored = view.cut ? [] : await readMarketCaps(view, id, options, afterOf(options));
    if (!view.cut && !stored.some(({ reason }) => reason === 'otherClassMissing')) return stored;
    const known = (await this.tapes.of(view, [id])).get(id);
    return known === undefined ? stored : marketCapsOf(known);
  }
}

function afterOf({ cursor }: PageRequest): string | null {
  return cursor === undefined ? null : decodeCursor(cursor, sessionCursor)[0];
}
