import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { isRefusal, type Refusal } from '@streakline/event-store';
import { ReadSide } from '@streakline/projections';
import { answer, type Single } from '../answer';
import { resolveRef, unknownInstrument } from '../instrument-refs';
import type { InstrumentAnswer } from './instruments.answers';
import { readInstrument } from './instruments.reader';

/** One instrument, by id or MIC:SYMBOL. */
export class GetInstrument extends Query<Single<InstrumentAnswer> | Refusal> {
  constructor(
    readonly ref: string,
    readonly minPosition?: number,
  ) {
    super();
  }
}

@QueryHandler(GetInstrument)
export class GetInstrumentHandler implements IQueryHandler<GetInstrument> {
  constructor(private readonly readSide: ReadSide) {}

  execute({ ref, minPosition }: GetInstrument): Promise<Single<InstrumentAnswer> | Refusal> {
    return answer(this.readSide, minPosition, async (view) => {
      const id = await resolveRef(view, ref);
      return isRefusal(id) ? id : ((await readInstrument(view, id)) ?? unknownInstrument(ref));
    });
  }
}
