import { Inject, Injectable } from '@nestjs/common';
import { EVENT_STORE, type EventStore, isRefusal, refuse } from '@streakline/event-store';
import { badMoment, ProblemException, problemOfRefusal, resolveMoment } from '@streakline/web-api';
import { Listings } from '../listings/listings';
import type { ListingsAt } from '../listings/listings-at';
import { readMoments } from '../moments/read-moments';
import type { EventSelection } from '../reading/event-selection';
import { instantText } from '../records/instant-text';
import { readPlace } from '../records/known-place';
import type { EventsQuery } from './events-query';

/** What was asked for, made out: the records to read, and what the answer rests on. */
export interface AskedEvents {
  readonly selection: EventSelection;
  readonly listings: ListingsAt;
  /** Everything stored up to here was looked at. */
  readonly position: number;
  readonly asOf: number | undefined;
}

/** Makes out what is asked of the events: moments, places, names. Throws the problem where it cannot be. */
@Injectable()
export class EventDesk {
  private readonly listings: Listings;

  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {
    this.listings = new Listings(store);
  }

  async ask(query: EventsQuery): Promise<AskedEvents> {
    const moment = await resolveMoment(this.store, query);
    if (isRefusal(moment)) throw badMoment(moment);
    const position = moment.asRecorded ?? (await this.store.head());
    const listings = await this.listings.at(position);
    await this.refuseBeforeFirst(moment.asOf, position, listings);
    const { order, types, limit } = query;
    const selection: EventSelection = {
      ...{ order, types, limit, upTo: position, keys: keysOf(query.instruments, listings) },
      ...rangeOf(query, moment.asOf),
      ...placeOf(query, await this.store.head()),
    };
    return { selection, listings, position, asOf: moment.asOf };
  }

  /** Instruments by id, of those listed now. */
  async keysNow(refs: readonly string[] | undefined): Promise<readonly string[] | undefined> {
    return keysOf(refs, await this.listings.at(await this.store.head()));
  }

  private async refuseBeforeFirst(asOf: number | undefined, upTo: number, listings: ListingsAt): Promise<void> {
    if (asOf === undefined) return;
    for await (const _ of this.store.readRaw({ upTo, knownBefore: asOf + 1, limit: 1 })) return;
    for await (const [first] of readMoments(this.store, listings, { upTo, mostBars: 1_000 })) {
      if (first === undefined) continue;
      const detail = `Nothing on record was public at ${instantText(asOf)}. Ask for ${instantText(first.knownAt)} or later.`;
      throw new ProblemException(400, {
        code: 'asOfBeforeFirstFact',
        detail,
        errors: [{ pointer: '/asOf', detail }],
      });
    }
  }
}

function rangeOf({ from, to }: EventsQuery, asOf: number | undefined): Pick<EventSelection, 'from' | 'before'> {
  const before = Math.min(to === undefined ? Infinity : Date.parse(to), asOf === undefined ? Infinity : asOf + 1);
  return { from: from === undefined ? undefined : Date.parse(from), before: before === Infinity ? undefined : before };
}

function placeOf({ order, after }: EventsQuery, head: number): Pick<EventSelection, 'after' | 'behind'> {
  if (after === undefined) return {};
  if (order === 'knownAt') {
    const behind = readPlace(after);
    if (behind === undefined)
      throw badAfter(
        `In the order of knownAt, after is the nextCursor of the page before, or of the last record its <knownAt>~<position>, such as 2026-02-27T21:00:00.000Z~12; not ${after}.`,
      );
    return { behind };
  }
  if (!/^\d{1,15}$/.test(after))
    throw badAfter(
      `In the order of position, after is the nextCursor of the page before, or the position of the last record; not ${after}.`,
    );
  return { after: checkedAfter(Number(after), head) };
}

/** A position that there is; one beyond the newest event is another store's. Throws the problem. */
export function checkedAfter(after: number, head: number): number {
  if (after <= head) return after;
  throw badAfter(beyondHead(after, head));
}

export function beyondHead(position: number, head: number): string {
  return `There is no position ${position} yet: the newest event is at ${head}. Is it of another store? Begin at ${head} or before.`;
}

function badAfter(detail: string): ProblemException {
  return new ProblemException(400, { code: 'invalidQuery', detail, errors: [{ pointer: '/after', detail }] });
}

function keysOf(refs: readonly string[] | undefined, listings: ListingsAt): readonly string[] | undefined {
  return refs?.map((ref) => {
    const id = listings.resolve(ref);
    if (id !== undefined) return id;
    const detail = `No instrument on record is called "${ref}". Use MIC:SYMBOL, such as XNAS:AMZN, or an id.`;
    throw problemOfRefusal(refuse('notFound', 'unknownInstrument', detail, [{ pointer: '/instruments', detail }]));
  });
}
