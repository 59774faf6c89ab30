import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { marketCapsOf } from '@streakline/dossiers';
import { isRefusal, type Refusal } from '@streakline/event-store';
import { ReadSide } from '@streakline/projections';
import { decodeCursor, encodeCursor, pageOf } from '@streakline/web-api';
import { answer, type List } from '../answer';
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
    const after = options.cursor === undefined ? null : decodeCursor(options.cursor, sessionCursor)[0];
    return answer(this.readSide, options, async (view) => {
      const id = await resolveRef(view, ref);
      if (isRefusal(id)) return id;
      const known = view.cut && (await this.tapes.of(view, [id])).get(id);
      const all = known ? marketCapsOf(known) : await readMarketCaps(view, id, options, after);
      const caps = sessionsWithin(all, options, after, options.limit);
      return pageOf(caps, options.limit, ({ session }) => encodeCursor([session]));
    });
  }
}
