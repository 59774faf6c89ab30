import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { KnownObservation } from '@streakline/dossiers';
import { isRefusal, type Refusal } from '@streakline/event-store';
import { ReadSide } from '@streakline/projections';
import { decodeCursor, encodeCursor, pageOf } from '@streakline/web-api';
import { z } from 'zod';
import { answer, type List } from '../answer';
import { resolveRef } from '../instrument-refs';
import type { PageRequest } from '../range-query';
import { Tapes } from '../tapes';
import type { ObservationAnswer } from './observations.answers';

/** Of one instrument, instant, kind and source name an observation, and are its place in the list. */
const placeSchema = z.tuple([z.int(), z.string(), z.string()]);

export interface ObservationSearch extends PageRequest {
  readonly kind?: string | undefined;
  /** Dates (from their beginning in UTC) or instants: [from, to). */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Figures observed of an instrument, oldest first. */
export class ListObservations extends Query<List<ObservationAnswer> | Refusal> {
  constructor(
    readonly ref: string,
    readonly search: ObservationSearch,
  ) {
    super();
  }
}

/** Reads facts at rest, as the tape does. */
@QueryHandler(ListObservations)
export class ListObservationsHandler implements IQueryHandler<ListObservations> {
  constructor(
    private readonly readSide: ReadSide,
    private readonly tapes: Tapes,
  ) {}

  execute({ ref, search }: ListObservations): Promise<List<ObservationAnswer> | Refusal> {
    const after = search.cursor === undefined ? null : decodeCursor(search.cursor, placeSchema);
    return answer(this.readSide, search, async (view) => {
      const id = await resolveRef(view, ref);
      if (isRefusal(id)) return id;
      const observed = (await this.tapes.of(view, [id])).get(id)?.observations ?? [];
      const found = observed.filter((one) => isWithin(one, search) && (after === null || isAfter(one, after)));
      const page = pageOf(found.slice(0, search.limit + 1), search.limit, ({ at, kind, source }) =>
        encodeCursor([at, kind, source]),
      );
      return { ...page, data: page.data.map(answerOf) };
    });
  }
}

function isWithin({ at, kind }: KnownObservation, search: ObservationSearch): boolean {
  const { from, to } = search;
  return (
    (search.kind === undefined || kind === search.kind) &&
    (from === undefined || at >= Date.parse(from)) &&
    (to === undefined || at < Date.parse(to))
  );
}

/** In the order in which a dossier has them. */
function isAfter({ at, kind, source }: KnownObservation, [lastAt, lastKind, lastSource]: z.infer<typeof placeSchema>) {
  if (at !== lastAt) return at > lastAt;
  return kind === lastKind ? source > lastSource : kind > lastKind;
}

function answerOf({ kind, at, value, unit, source, knownAt }: KnownObservation): ObservationAnswer {
  return { kind, at: new Date(at).toISOString(), value, unit, source, knownAt: new Date(knownAt).toISOString() };
}
