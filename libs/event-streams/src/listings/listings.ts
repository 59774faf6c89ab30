import type { EventStore } from '@streakline/event-store';
import { InstrumentListed, InstrumentRenamed } from '@streakline/events';
import { ListingsAt, type NameGiven } from './listings-at';

type Said = Omit<NameGiven, 'position' | 'from'> & { readonly from?: string };

/**
 * Which instruments are listed, under which names and on which exchanges, read from the events themselves: at any
 * position, also one that no read model has reached. What was read is kept; only what came since is read again.
 */
export class Listings {
  private readonly given: NameGiven[] = [];
  private readTo = 0;
  private reading: Promise<void> = Promise.resolve();
  private latest: ListingsAt | undefined;

  constructor(private readonly store: EventStore) {}

  /** As recorded by a position. */
  async at(position: number): Promise<ListingsAt> {
    this.reading = this.reading.catch(() => undefined).then(() => this.readUpTo(position));
    await this.reading;
    const count = this.countUpTo(position);
    if (this.latest?.count !== count) this.latest = new ListingsAt(this.given.slice(0, count));
    return this.latest;
  }

  private async readUpTo(upTo: number): Promise<void> {
    if (upTo <= this.readTo) return;
    const types = [InstrumentListed.name, InstrumentRenamed.name];
    for await (const events of this.store.readRaw({ after: this.readTo, upTo, types })) {
      for (const { position, json } of events) {
        const { instrumentId, mic, symbol, from } = JSON.parse(json) as Said;
        this.given.push({ position, instrumentId, mic, symbol, from: from ?? null });
        this.readTo = position;
      }
    }
    this.readTo = upTo;
  }

  private countUpTo(position: number): number {
    const beyond = this.given.findIndex((name) => name.position > position);
    return beyond === -1 ? this.given.length : beyond;
  }
}
