import {
  changeOf,
  type KnownAct,
  type KnownObservation,
  type KnownSchedule,
  type KnownSector,
  sectorOn,
} from '@streakline/dossiers';
import type { Session } from '@streakline/market-time';
import { LookAheadError } from '../strategy/errors';
import type { Instrument, InstrumentReaction, RunInForce } from '../strategy/instrument';
import type { Cursor } from './cursor';
import { deepFrozen } from './deep-frozen';
import { type FindCursor, happeningAt, reactionAt } from './reaction-at';
import { runAt } from './run-at';

/** What the views of one run share. */
export interface Scene {
  readonly now: number;
  readonly find: FindCursor;
}

/**
 * An instrument as a strategy sees it. Its cursor is a private field of the language, not of the compiler alone: no cast,
 * no spread and no enumeration reaches the columns, where the future lies.
 */
export class InstrumentView implements Instrument {
  readonly #cursor: Cursor;
  readonly #scene: Scene;
  readonly id: string;
  readonly currency: string;
  readonly index: number;

  constructor(cursor: Cursor, scene: Scene) {
    this.#cursor = cursor;
    this.#scene = scene;
    this.id = cursor.known.instrumentId;
    this.currency = cursor.known.listing.currency;
    this.index = cursor.index;
    Object.freeze(this);
  }

  get ref(): string {
    return this.#cursor.ref;
  }

  get length(): number {
    return this.#cursor.length;
  }

  get isTrading(): boolean {
    return this.#cursor.isTrading(this.#scene.now);
  }

  session(sessionsAgo = 0): Session | null {
    return this.#cursor.known.sessions[this.#placeOf(sessionsAgo)] ?? null;
  }

  open(sessionsAgo = 0): number {
    return this.#cursor.open[this.#placeOf(sessionsAgo)] ?? Number.NaN;
  }

  high(sessionsAgo = 0): number {
    return this.#cursor.high[this.#placeOf(sessionsAgo)] ?? Number.NaN;
  }

  low(sessionsAgo = 0): number {
    return this.#cursor.low[this.#placeOf(sessionsAgo)] ?? Number.NaN;
  }

  close(sessionsAgo = 0): number {
    return this.#cursor.close[this.#placeOf(sessionsAgo)] ?? Number.NaN;
  }

  volume(sessionsAgo = 0): number {
    return this.#cursor.volume[this.#placeOf(sessionsAgo)] ?? Number.NaN;
  }

  return(sessions = 1, sessionsAgo = 0): number {
    const last = this.#placeOf(sessionsAgo);
    const { value } = this.#cursor;
    return change(value[last - whole(sessions)], value[last]);
  }

  totalReturn(sessions = 1, sessionsAgo = 0): number {
    const last = this.#placeOf(sessionsAgo);
    const { totalValue } = this.#cursor;
    return change(totalValue[last - whole(sessions)], totalValue[last]);
  }

  marketCap(sessionsAgo = 0): number {
    return this.#cursor.marketCaps[this.#placeOf(sessionsAgo)] ?? Number.NaN;
  }

  averageVolume(sessions: number): number {
    const { volume, splitFactor, length } = this.#cursor;
    const first = length - whole(sessions);
    if (first < 0 || sessions === 0) return Number.NaN;
    let sum = 0;
    for (let i = first; i < length; i++) sum += volume[i]! / splitFactor[i]!;
    return (sum / sessions) * splitFactor[length - 1]!;
  }

  run(): RunInForce | null {
    return runAt(this.#cursor, this.#cursor.length - 1);
  }

  announcements(): readonly KnownAct[] {
    const { known, acts } = this.#cursor;
    return Object.freeze(known.acts.slice(0, acts).map(deepFrozen));
  }

  reaction(of: string): InstrumentReaction | null {
    const happening = happeningAt(this.#cursor, of);
    return happening === undefined ? null : reactionAt(this.#cursor, happening, this.#scene.find);
  }

  sector(scheme: string): KnownSector | null {
    const { known, session } = this.#cursor;
    return session === null ? null : deepFrozen(sectorOn(known, scheme, session));
  }

  schedules(): readonly KnownSchedule[] {
    return deepFrozen(this.#cursor.schedules(this.#scene.now));
  }

  observations(kind?: string): readonly KnownObservation[] {
    const all = deepFrozen(this.#cursor.observations(this.#scene.now));
    return kind === undefined ? all : all.filter((observation) => observation.kind === kind);
  }

  /** On the tape; below 0 (where every column answers undefined) before its beginning. */
  #placeOf(sessionsAgo: number): number {
    if (!Number.isInteger(sessionsAgo) || sessionsAgo < 0) throw new LookAheadError(sessionsAgo);
    return this.#cursor.length - 1 - sessionsAgo;
  }
}

/** A number of sessions to look back over. A negative one would look forward. */
function whole(sessions: number): number {
  if (!Number.isInteger(sessions) || sessions < 0) throw new LookAheadError(sessions);
  return sessions;
}

function change(before: number | undefined, after: number | undefined): number {
  return before === undefined || after === undefined ? Number.NaN : changeOf(before, after);
}
