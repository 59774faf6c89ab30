import { addEvent, type Cut, emptyDossier, type Known, knownBy } from '@streakline/dossiers';
import {
  AnnouncementMade,
  type AnnouncementRecord,
  BarsRecorded,
  BarsRevised,
  type Claim,
  DividendRecorded,
  type EventType,
  idOf,
  type InstrumentId,
  InstrumentListed,
  ObservationRecorded,
  type RecordedEvent,
  ShareClassesRecorded,
  ShareCountRecorded,
  SplitRecorded,
  type StatedFigure,
  UnitRecorded,
} from '@streakline/events';
import { exchange } from '@streakline/market-time';
import { loadAmazonExample } from '../../../examples/amazon-2026/load';

const RECORDED_AT = Date.parse('2027-01-01T00:00:00Z');

type Terms = AnnouncementRecord['original'];

/** Tells one instrument's tape as events, and what was known by them. */
export class Told {
  private readonly events: RecordedEvent[] = [];
  readonly instrumentId: InstrumentId;

  constructor(
    readonly mic = 'XNYS',
    name = 'told',
  ) {
    const instrumentId = idOf('ins', ['claims', name]);
    this.instrumentId = instrumentId;
    this.record(InstrumentListed, { instrumentId, symbol: 'TOLD', mic, name: 'Told Inc.', currency: 'USD' });
  }

  /** Closes of consecutive sessions from the first one on or after a date. */
  closes(from: string, close: readonly number[]): this {
    return this.bars(this.sessionsFrom(from, close.length), { close: [...close] });
  }

  bars(
    sessions: string[],
    columns: {
      close: number[];
      open?: (number | null)[];
      high?: (number | null)[];
      low?: (number | null)[];
      volume?: (number | null)[];
    },
  ): this {
    const { instrumentId } = this;
    return this.record(BarsRecorded, { instrumentId, source: 'test', basisAsOf: null, sessions, ...columns });
  }

  revised(session: string, close: number, publishedAt: string): this {
    const { instrumentId } = this;
    const data = { instrumentId, source: 'test', basisAsOf: null, sessions: [session], close: [close] };
    return this.record(BarsRevised, data, Date.parse(publishedAt));
  }

  split(exDate: string, from: number, to: number): this {
    return this.record(SplitRecorded, { instrumentId: this.instrumentId, exDate, from, to });
  }

  dividend(exDate: string, amount: number): this {
    return this.record(DividendRecorded, { instrumentId: this.instrumentId, exDate, amount });
  }

  shareCount(countedOn: string, shares: number, filedOn: string): this {
    return this.record(ShareCountRecorded, { instrumentId: this.instrumentId, countedOn, shares, filedOn });
  }

  /** It is class A; another instrument is class B. */
  withClassB({ instrumentId }: Told): this {
    const listed = [{ instrumentId, shareClass: 'B' }];
    return this.record(ShareClassesRecorded, {
      instrumentId: this.instrumentId,
      shareClass: 'A',
      listed,
      unlisted: [],
    });
  }

  inPence(): this {
    return this.record(UnitRecorded, { instrumentId: this.instrumentId, priceUnit: { name: 'USX', perCurrency: 100 } });
  }

  observed(at: string, value: number): this {
    const data = { kind: 'extendedHoursPrice', at, value, unit: 'USD/share', source: 'desk' };
    return this.record(ObservationRecorded, { instrumentId: this.instrumentId, ...data }, Date.parse(at));
  }

  announced(kind: Terms['kind'], moment: Terms['moment'], name: string = kind): this {
    const original: Terms = {
      ...{ kind, headline: name, moment, amounts: [], sources: [], relations: [] },
      subjects: [{ instrumentId: this.instrumentId, role: 'issuer' }],
    };
    const announcement: AnnouncementRecord = { id: idOf('ann', ['claims', name]), original, amendments: [] };
    return this.record(AnnouncementMade, { announcement, formerInstruments: [] });
  }

  known(cut: Cut = {}): Known {
    const dossier = emptyDossier(this.instrumentId);
    for (const event of this.events) addEvent(dossier, event);
    const known = knownBy(dossier, cut);
    if (known === null) throw new Error('It is listed by its first event.');
    return known;
  }

  sessionsFrom(from: string, count: number): string[] {
    const calendar = exchange(this.mic);
    const first = calendar.firstOnOrAfter(from);
    return Array.from({ length: count }, (_, i) => calendar.shift(first, i));
  }

  private record<Name extends string, Data>(type: EventType<Name, Data>, data: Data, knownAt = RECORDED_AT): this {
    const position = this.events.length + 1;
    this.events.push({
      ...{ position, id: `event-${position}`, streamId: 'stream', streamVersion: position },
      ...{ type: type.name, typeVersion: type.version, data, keys: type.keysOf(data) },
      ...{ knownAt, recordedAt: RECORDED_AT, correlationId: 'correlation', causationId: null },
    });
    return this;
  }
}

/** The tape, share counts and announcements of examples/amazon-2026. */
export function amazon(): Told {
  const example = loadAmazonExample();
  const { bars } = example.bars['XNAS:AMZN']!;
  const column = (field: 'open' | 'high' | 'low' | 'volume') => bars.map((bar) => bar[field] ?? null);
  const told = new Told('XNAS').bars(
    bars.map(({ session }) => session),
    {
      close: bars.map(({ close }) => close),
      ...{ open: column('open'), high: column('high'), low: column('low'), volume: column('volume') },
    },
  );
  for (const { countedOn, shares, filedOn } of example.shareCounts['XNAS:AMZN'] ?? []) {
    told.shareCount(countedOn, shares, filedOn);
  }
  for (const { kind, announcedOn, timing } of example.announcements) told.announced(kind, { on: announcedOn, timing });
  return told;
}

/** A claim about the instrument of a told tape. */
export function claim(told: Told, parts: Omit<Claim, 'id' | 'subject'> & { readonly id?: string }): Claim {
  return { id: 'c1', subject: { instrumentId: told.instrumentId }, ...parts };
}

export function figure(value: number, resolution: number, wording: StatedFigure['wording'] = 'plain'): StatedFigure {
  return { value, resolution, wording };
}

/** A move of the price in percent at a close. */
export function percent(
  value: number,
  decimals = 0,
  wording: StatedFigure['wording'] = 'plain',
): NonNullable<Claim['change']> {
  const resolution = 10 ** (-decimals - 2);
  return { of: 'price', unit: 'fraction', figure: figure(value / 100, resolution, wording), measured: 'close' };
}
