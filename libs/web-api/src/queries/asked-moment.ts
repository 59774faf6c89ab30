import { type EventStore, isRefusal, refuse, type Refusal } from '@streakline/event-store';
import { ProblemException } from '../problems/problem-exception';

/** The moment that a question was asked for, as it was written: fields of `cutQuery` and `minPositionQuery`. */
export interface AskedMoment {
  readonly minPosition?: number | undefined;
  /** An instant (RFC 3339), or a date: its last millisecond in UTC. */
  readonly asOf?: string | undefined;
  /** A position, or an instant. */
  readonly asRecorded?: number | string | undefined;
}

/** A moment that can be asked for, checked against the store and the clock. */
export interface Moment {
  /** Epoch milliseconds; only what was public by then may answer. */
  readonly asOf: number | undefined;
  /** Position; only what was stored by then may answer. */
  readonly asRecorded: number | undefined;
}

/** What the check asks of the store. */
export type StoreInTime = Pick<EventStore, 'head' | 'recordedBy'>;

/**
 * Checks what was asked. Refused, with pointers `/asOf` and `/asRecorded`: a moment in the future (what it holds can still
 * change), a position that is not stored yet, and a moment before the first event was stored. That `asOf` is not before
 * the first fact on record is for the reader to judge, who knows the facts.
 *
 * @param now epoch milliseconds
 */
export async function resolveMoment(
  store: StoreInTime,
  asked: AskedMoment,
  now = Date.now(),
): Promise<Moment | Refusal> {
  const asOf = asked.asOf === undefined ? undefined : instantOf(asked.asOf);
  if (asOf !== undefined && asOf > now) return inFuture('asOf', asked.asOf ?? '', now);
  const asRecorded = asked.asRecorded === undefined ? undefined : await recordedBy(store, asked.asRecorded, now);
  return isRefusal(asRecorded) ? asRecorded : { asOf, asRecorded };
}

/** The refusal of a moment as what it is in a query: 400. */
export function badMoment({ code, detail, errors }: Refusal): ProblemException {
  return new ProblemException(400, { code, detail, errors });
}

/** A refusal that points at the field that asked for a moment. */
export function refuseMoment(field: 'asOf' | 'asRecorded', code: string, detail: string): Refusal {
  return refuse('invalid', code, detail, [{ pointer: `/${field}`, detail }]);
}

const DATE = 'YYYY-MM-DD'.length;

function instantOf(text: string): number {
  return Date.parse(text.length === DATE ? `${text}T23:59:59.999Z` : text);
}

async function recordedBy(store: StoreInTime, asked: number | string, now: number): Promise<number | Refusal> {
  if (typeof asked === 'string' && Date.parse(asked) > now) return inFuture('asRecorded', asked, now);
  const head = await store.head();
  const position = typeof asked === 'number' ? asked : await store.recordedBy(Date.parse(asked));
  if (position > head) {
    const detail = `There is no position ${position} yet: the newest event is at ${head}. Ask for ${head} or less, or leave asRecorded out.`;
    return refuseMoment('asRecorded', 'asRecordedBeyondHead', detail);
  }
  if (position > 0) return position;
  const detail = `Nothing was stored by ${asked}${head > 0 ? ', before the first event' : ': the store is empty'}. Ask for a later instant, or for a position from 1 on.`;
  return refuseMoment('asRecorded', 'asRecordedBeforeFirstEvent', detail);
}

function inFuture(field: 'asOf' | 'asRecorded', asked: string, now: number): Refusal {
  const isDate =
    asked.length === DATE ? ' A date stands for its last millisecond in UTC: today ask for an instant.' : '';
  const detail = `${asked} is in the future: it is ${new Date(now).toISOString()}.${isDate} Leave ${field} out for the present.`;
  return refuseMoment(field, `${field}InFuture`, detail);
}
