import type { Known } from '@streakline/dossiers';
import type { PendingOrder } from './order-book';

/** A bar of the tape as it was known at its close. */
export interface AuctionBar {
  readonly tape: Known;
  readonly place: number;
}

const VOLUME_SESSIONS = 20;

/** How many shares a run may take of a session: a share of the volume that was usual before, and no more than were traded. */
export class VolumeCaps {
  /** Instruments that an order could not be capped for, because no volume before it is on record. */
  readonly unknown = new Set<string>();
  private readonly taken = new Map<number, { readonly session: string; readonly shares: number }>();

  constructor(private readonly maxVolumeShare: number) {}

  /** What is left for an order: all orders of an instrument share a session's cap, however many they are. */
  leftFor({ index, ref, session }: PendingOrder, bar: AuctionBar): number {
    const mean = meanVolumeBefore(bar);
    if (Number.isNaN(mean)) this.unknown.add(ref);
    const usual = Number.isNaN(mean) ? Infinity : mean * this.maxVolumeShare;
    const traded = bar.tape.volume[bar.place]!;
    const cap = Number.isNaN(traded) ? usual : Math.min(usual, traded);
    return Math.max(0, cap - this.takenOf(index, session));
  }

  take({ index, session }: PendingOrder, shares: number): void {
    if (session === null) return;
    this.taken.set(index, { session, shares: this.takenOf(index, session) + Math.abs(shares) });
  }

  private takenOf(index: number, session: string | null): number {
    const taken = this.taken.get(index);
    return taken === undefined || taken.session !== session ? 0 : taken.shares;
  }
}

/** Of those of the 20 sessions before that have a volume on record, in shares of this one; NaN where none has. */
function meanVolumeBefore({ tape, place }: AuctionBar): number {
  let [sum, count] = [0, 0];
  for (let i = Math.max(0, place - VOLUME_SESSIONS); i < place; i++) {
    const volume = tape.volume[i]!;
    if (Number.isNaN(volume)) continue;
    sum += volume / tape.splitFactor[i]!;
    count++;
  }
  return (sum / count) * tape.splitFactor[place]!;
}
