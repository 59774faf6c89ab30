import {
  type AnnouncementRecord,
  AnnouncementMade,
  BarsRecorded,
  BarsRevised,
  type EventType,
  idOf,
  InstrumentListed,
  type RecordedEvent,
} from '@streakline/events';
import { addEvent, type Dossier, emptyDossier, factYears, packFacts } from '@streakline/dossiers';
import type { PackedInstrument } from '../src';

interface Bars {
  readonly sessions: readonly string[];
  readonly close: readonly number[];
  readonly open?: readonly number[];
  readonly volume?: readonly number[];
  readonly basisAsOf?: string;
  readonly knownAt?: string;
}

/** Tells one instrument's life as events, for specs: positions from `next` on, recorded when its `recordedAt` says. */
export class ToldInstrument {
  readonly events: RecordedEvent[] = [];
  readonly instrumentId: `ins_${string}`;

  constructor(
    readonly symbol: string,
    private readonly next: () => number,
    private readonly recordedAt = Date.parse('2027-01-01T00:00:00Z'),
    mic = 'XNYS',
  ) {
    this.instrumentId = idOf('ins', [symbol]);
    const listing = { symbol, mic, name: `${symbol} Inc.`, currency: 'USD' };
    this.record(InstrumentListed, { instrumentId: this.instrumentId, ...listing });
  }

  bars({ basisAsOf, knownAt, sessions, ...columns }: Bars): this {
    return this.record(BarsRecorded, {
      ...{ instrumentId: this.instrumentId, source: 'told', basisAsOf: basisAsOf ?? null, sessions: [...sessions] },
      ...this.columns(columns),
      ...(knownAt === undefined ? {} : { knownAt }),
    });
  }

  revised(session: string, close: number, publishedAt: string): this {
    const data = {
      instrumentId: this.instrumentId,
      source: 'told',
      basisAsOf: null,
      sessions: [session],
      close: [close],
    };
    return this.record(BarsRevised, data, Date.parse(publishedAt));
  }

  announced(name: string, moment: AnnouncementRecord['original']['moment']): this {
    const original = {
      ...{ kind: 'earnings' as const, headline: name, moment, amounts: [], sources: [], relations: [] },
      subjects: [{ instrumentId: this.instrumentId, role: 'issuer' as const }],
    };
    const announcement: AnnouncementRecord = { id: idOf('ann', [this.symbol, name]), original, amendments: [] };
    return this.record(AnnouncementMade, { announcement, formerInstruments: [] });
  }

  dossier(): Dossier {
    const dossier = emptyDossier(this.instrumentId);
    for (const event of this.events) addEvent(dossier, event);
    return dossier;
  }

  packed(): PackedInstrument {
    const dossier = this.dossier();
    const years = factYears(dossier).map((year) => ({ year, packed: packFacts(dossier, year)! }));
    return { instrumentId: this.instrumentId, years };
  }

  record<Name extends string, Data>(type: EventType<Name, Data>, data: Data, knownAt = this.recordedAt): this {
    const position = this.next();
    this.events.push({
      ...{ position, id: `event-${position}`, streamId: this.instrumentId, streamVersion: position },
      ...{ type: type.name, typeVersion: type.version, data, keys: type.keysOf(data) },
      ...{ knownAt, recordedAt: this.recordedAt, correlationId: 'told', causationId: null },
    });
    return this;
  }

  private columns({ close, open, volume }: Pick<Bars, 'close' | 'open' | 'volume'>) {
    return {
      close: [...close],
      ...(open === undefined ? {} : { open: [...open] }),
      ...(volume === undefined ? {} : { volume: [...volume] }),
    };
  }
}

/** Instruments of one market share one order of positions. */
export function toldMarket(): { told(symbol: string, mic?: string): ToldInstrument; readonly last: number } {
  let position = 0;
  return {
    told: (symbol, mic) => new ToldInstrument(symbol, () => ++position, undefined, mic),
    get last() {
      return position;
    },
  };
}
