import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { InstrumentListed, InstrumentRenamed, type InstrumentId } from '@streakline/events';
import { EVENT_STORE, type EventStore } from '@streakline/event-store';
import type { KnownInstrument } from '@streakline/article-reading';

type Listing = z.infer<typeof InstrumentListed.schema>;
type Renaming = z.infer<typeof InstrumentRenamed.schema>;

interface Entry {
  readonly listing: Listing;
  /** By date. */
  readonly renamings: readonly Renaming[];
}

/**
 * Every instrument on record with its names, read from the events themselves: an article is read with all that was listed
 * before it came. Each question reads only what was listed since the one before.
 */
@Injectable()
export class InstrumentDirectory {
  private readonly entries = new Map<InstrumentId, Entry>();
  private position = 0;
  private reading: Promise<void> = Promise.resolve();

  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  /** In the order of their listing, under the symbols of a date. */
  async on(date: string): Promise<readonly KnownInstrument[]> {
    // One after the other: two readings at once would take the same events twice.
    this.reading = this.reading.catch(() => undefined).then(() => this.readOn());
    await this.reading;
    return [...this.entries.values()].map((entry) => knownOn(entry, date));
  }

  private async readOn(): Promise<void> {
    const types = [InstrumentListed.name, InstrumentRenamed.name];
    for await (const batch of this.store.readRaw({ types, after: this.position })) {
      for (const { type, json, position } of batch) {
        if (type === InstrumentListed.name) this.listed(JSON.parse(json) as Listing);
        else this.renamed(JSON.parse(json) as Renaming);
        this.position = position;
      }
    }
  }

  private listed(listing: Listing): void {
    const known = this.entries.get(listing.instrumentId);
    this.entries.set(listing.instrumentId, { listing, renamings: known?.renamings ?? [] });
  }

  private renamed(renaming: Renaming): void {
    const known = this.entries.get(renaming.instrumentId);
    if (known === undefined) return;
    const renamings = [...known.renamings, renaming].sort((a, b) => (a.from < b.from ? -1 : 1));
    this.entries.set(renaming.instrumentId, { ...known, renamings });
  }
}

function knownOn({ listing, renamings }: Entry, date: string): KnownInstrument {
  const { instrumentId, name, issuer, currency } = listing;
  const { symbol, mic } = renamings.findLast(({ from }) => from <= date) ?? listing;
  const names = issuer === undefined || issuer === name ? [name] : [name, issuer];
  return { instrumentId, names, tickers: [symbol], mic, currency };
}
