import { nameOn } from '../known/in-force';
import type { Known } from '../known/known';

interface Found<Kind, Data> {
  readonly kind: Kind;
  /** The bar at whose close it was found, and the first of the bars that it rests on: places on the tape. */
  readonly place: number;
  readonly from: number;
  readonly detail: string;
  readonly data: Data;
}

/** An insight with what all of them have: the session, when it became public, and the instrument's name. */
export function insightAt<Kind, Data>(known: Known, { kind, place, from, detail, data }: Found<Kind, Data>) {
  const session = known.sessions[place]!;
  const { mic, symbol } = nameOn(known, session);
  const knownAt = known.barKnownAt.subarray(from, place + 1).reduce((latest, at) => Math.max(latest, at), -Infinity);
  const named = { instrument: `${mic}:${symbol}`, currency: known.listing.currency };
  return { kind, session, detail, knownAt, data: { ...named, ...data } };
}
