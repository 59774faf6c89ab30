import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { isRefusal, type Refusal } from '@streakline/event-store';
import { ReadSide } from '@streakline/projections';
import type { AskedMoment } from '@streakline/web-api';
import { answer, type Single } from '../answer';
import { resolveRef, unknownInstrument } from '../instrument-refs';
import { Tapes } from '../tapes';
import { instrumentsAt } from './instruments-at';
import type { InstrumentAnswer } from './instruments.answers';
import { readInstrument } from './instruments.reader';

/** One instrument, by id or MIC:SYMBOL. */
export class GetInstrument extends Query<Single<InstrumentAnswer> | Refusal> {
  constructor(
    readonly ref: string,
    readonly asked: AskedMoment = {},
  ) {
    super();
  }
}

@QueryHandler(GetInstrument)
export class GetInstrumentHandler implements IQueryHandler<GetInstrument> {
  constructor(
    private readonly readSide: ReadSide,
    private readonly tapes: Tapes,
  ) {}

  execute({ ref, asked }: GetInstrument): Promise<Single<InstrumentAnswer> | Refusal> {
    return answer(this.readSide, asked, async (view) => {
      const id = await resolveRef(view, ref);
      if (isRefusal(id)) return id;
      const found = view.cut ? (await instrumentsAt(view, this.tapes, [id]))[0] : await readInstrument(view, id);
      return found ?? unknownInstrument(ref);
    });
  }
}
