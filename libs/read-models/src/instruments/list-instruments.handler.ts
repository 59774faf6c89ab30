import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Refusal } from '@streakline/event-store';
import { ReadSide } from '@streakline/projections';
import { decodeCursor, encodeCursor, pageOf } from '@streakline/web-api';
import { z } from 'zod';
import { answer, type List } from '../answer';
import type { PageRequest } from '../range-query';
import { Tapes } from '../tapes';
import { listInstrumentsAt } from './instruments-at';
import type { InstrumentAnswer } from './instruments.answers';
import { readInstruments } from './instruments.reader';

const placeSchema = z.tuple([z.string(), z.string(), z.string()]);

/** All instruments, by symbol. */
export class ListInstruments extends Query<List<InstrumentAnswer> | Refusal> {
  constructor(readonly page: PageRequest) {
    super();
  }
}

@QueryHandler(ListInstruments)
export class ListInstrumentsHandler implements IQueryHandler<ListInstruments> {
  constructor(
    private readonly readSide: ReadSide,
    private readonly tapes: Tapes,
  ) {}

  execute({ page }: ListInstruments): Promise<List<InstrumentAnswer> | Refusal> {
    const after = page.cursor === undefined ? null : decodeCursor(page.cursor, placeSchema);
    return answer(this.readSide, page, async (view) => {
      const rows = view.cut
        ? await listInstrumentsAt(view, this.tapes, after, page.limit + 1)
        : await readInstruments(view, after, page.limit + 1);
      return pageOf(rows, page.limit, ({ symbol, mic, id }) => encodeCursor([symbol, mic, id]));
    });
  }
}
