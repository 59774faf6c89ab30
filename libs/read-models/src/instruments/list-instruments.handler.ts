import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Refusal } from '@streakline/event-store';
import { ReadSide } from '@streakline/projections';
import { decodeCursor, encodeCursor, type Page, pageOf } from '@streakline/web-api';
import { z } from 'zod';
import { answer, type List } from '../answer';
import type { CutView } from '../cut-view';
import type { PageRequest } from '../range-query';
import { Tapes } from '../tapes';
import { findInstruments } from './found-instruments';
import { listInstrumentsAt } from './instruments-at';
import type { InstrumentAnswer } from './instruments.answers';
import { readInstruments } from './instruments.reader';

const placeSchema = z.tuple([z.string(), z.string(), z.string()]);
const foundPlaceSchema = z.tuple([z.int(), z.string(), z.string(), z.string()]);

export interface InstrumentSearch extends PageRequest {
  /** Words; the instruments that have them all, the best fit first. */
  readonly q?: string | undefined;
}

/** All instruments by symbol, or those that words find. */
export class ListInstruments extends Query<List<InstrumentAnswer> | Refusal> {
  constructor(readonly page: InstrumentSearch) {
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
    const { q } = page;
    return answer(this.readSide, page, (view) => (q === undefined ? this.all(view, page) : this.found(view, page, q)));
  }

  private async all(view: CutView, page: PageRequest): Promise<Page<InstrumentAnswer>> {
    const after = page.cursor === undefined ? null : decodeCursor(page.cursor, placeSchema);
    const rows = view.cut
      ? await listInstrumentsAt(view, this.tapes, after, page.limit + 1)
      : await readInstruments(view, after, page.limit + 1);
    return pageOf(rows, page.limit, ({ symbol, mic, id }) => encodeCursor([symbol, mic, id]));
  }

  private async found(view: CutView, page: PageRequest, query: string): Promise<Page<InstrumentAnswer>> {
    const after = page.cursor === undefined ? null : decodeCursor(page.cursor, foundPlaceSchema);
    const found = await findInstruments(view, this.tapes, query, after, page.limit + 1);
    const { data, nextCursor } = pageOf(found, page.limit, ({ place }) => encodeCursor([...place]));
    return { data: data.map(({ instrument }) => instrument), nextCursor };
  }
}
