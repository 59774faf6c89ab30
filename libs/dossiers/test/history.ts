import type { z } from 'zod';
import {
  type AnnouncementRecord,
  AnnouncementMade,
  AnnouncementMeasured,
  AnnouncementRetracted,
  AnnouncementScheduled,
  BarsRecorded,
  BarsRevised,
  BenchmarkAssigned,
  DelistingRecorded,
  type delistingReasons,
  type distributionKinds,
  DistributionRecorded,
  DividendRecorded,
  type EventType,
  HaltRecorded,
  idOf,
  InstrumentClassified,
  InstrumentListed,
  InstrumentRenamed,
  type Measure,
  ObservationRecorded,
  type RecordedEvent,
  ShareClassesRecorded,
  ShareCountRecorded,
  SplitRecorded,
  UnitRecorded,
} from '@streakline/events';
import { exchange } from '@streakline/market-time';
import { addEvent, type Cut, type Dossier, emptyDossier, type Known, knownBy } from '../src';

/** Recorded long after all that the tests tell of, so that only stated moments can matter. */
const RECORDED_AT = Date.parse('2027-01-01T00:00:00Z');

type ToldClasses = z.infer<typeof ShareClassesRecorded.schema>;
type Moment = AnnouncementRecord['original']['moment'];

export interface Told {
  readonly kind?: AnnouncementRecord['original']['kind'];
  readonly headline?: string;
  readonly subjects?: AnnouncementRecord['original']['subjects'];
  readonly period?: string;
  readonly measures?: Measure[];
}

/** Tells the story of one instrument as events, as the write side would record them. */
export class History {
  readonly events: RecordedEvent[] = [];

  constructor(
    readonly instrumentId = idOf('ins', ['test']),
    readonly mic = 'XNYS',
    private position = 0,
  ) {}

  listed(symbol = 'TEST', currency = 'USD'): this {
    return this.record(InstrumentListed, { ...this.who, symbol, mic: this.mic, name: 'Test Inc.', currency });
  }

  renamed(symbol: string, mic: string, from: string): this {
    return this.record(InstrumentRenamed, { ...this.who, symbol, mic, from });
  }

  benchmark(benchmarkId: `ins_${string}`, from?: string): this {
    return this.record(BenchmarkAssigned, { ...this.who, benchmarkId, role: 'market', ...(from ? { from } : {}) });
  }

  sector(code: string, from?: string, scheme = 'GICS'): this {
    return this.record(InstrumentClassified, { ...this.who, scheme, code, ...(from ? { from } : {}) });
  }

  /** Closes of consecutive sessions from the first session on or after `from`; null leaves a session without its bar. */
  closes(from: string, closes: readonly (number | null)[], basisAsOf: string | null = null): this {
    const sessions = this.sessionsFrom(from, closes.length);
    const withBar = sessions.filter((_, i) => closes[i] !== null);
    return this.bars({ sessions: withBar, close: closes.filter((close) => close !== null) }, basisAsOf);
  }

  bars(columns: Columns, basisAsOf: string | null = null, knownAt?: string): this {
    const data = { ...this.who, source: 'test', basisAsOf, ...columns, ...(knownAt === undefined ? {} : { knownAt }) };
    return this.record(BarsRecorded, data);
  }

  revised(session: string, close: number, publishedAt: string): this {
    const data = { ...this.who, source: 'test', basisAsOf: null, sessions: [session], close: [close] };
    return this.record(BarsRevised, data, Date.parse(publishedAt));
  }

  split(exDate: string, from: number, to: number, announcedOn?: string): this {
    return this.record(SplitRecorded, { ...this.who, exDate, from, to, ...(announcedOn ? { announcedOn } : {}) });
  }

  dividend(exDate: string, amount: number): this {
    return this.record(DividendRecorded, { ...this.who, exDate, amount });
  }

  shareCount(
    countedOn: string,
    shares: number,
    filed: ({ filedOn: string } | { filedAt: string }) & { shareClass?: string },
  ): this {
    return this.record(ShareCountRecorded, { ...this.who, countedOn, shares, ...filed });
  }

  classes(shareClass: string, others: Partial<Pick<ToldClasses, 'listed' | 'unlisted' | 'from'>>): this {
    const { listed = [], unlisted = [], ...dated } = others;
    return this.record(ShareClassesRecorded, { ...this.who, ...dated, shareClass, listed, unlisted });
  }

  unit(said: Omit<z.infer<typeof UnitRecorded.schema>, 'instrumentId'>): this {
    return this.record(UnitRecorded, { ...this.who, ...said });
  }

  halted(from: string, to?: string, reason?: string): this {
    return this.record(HaltRecorded, { ...this.who, from, ...(to ? { to } : {}), ...(reason ? { reason } : {}) });
  }

  delisted(lastSession: string, told: ToldDelisting = {}): this {
    return this.record(DelistingRecorded, { ...this.who, lastSession, reason: 'acquisition', ...told });
  }

  distribution(exDate: string, value: number, kind: DistributionKind = 'spinOff', announcedOn?: string): this {
    return this.record(DistributionRecorded, {
      ...{ ...this.who, exDate, kind, value },
      ...(announcedOn ? { announcedOn } : {}),
    });
  }

  /** The next earnings are to come at a moment, or were called off; said at an instant. */
  scheduled(moment: Moment | null, saidAt: string, period?: string): this {
    const data = { ...this.who, kind: 'earnings' as const, moment, ...(period ? { period } : {}) };
    return this.record(AnnouncementScheduled, data, Date.parse(saidAt));
  }

  observed(at: string, value: number, knownAt = at, kind = 'impliedMove', source = 'desk'): this {
    const data = { ...this.who, kind, at, value, unit: 'fraction', source };
    return this.record(ObservationRecorded, data, Date.parse(knownAt));
  }

  announced(name: string, moment: Moment, told: Told = {}, amendments: AnnouncementRecord['amendments'] = []): this {
    const announcement = { ...this.recordOf(name, moment, told), amendments };
    return this.record(AnnouncementMade, { announcement, formerInstruments: [this.instrumentId] });
  }

  measured(name: string, moment: Moment, told: Told): this {
    const announcement = this.recordOf(name, moment, told);
    return this.record(AnnouncementMeasured, { announcement, measured: announcement.id, formerInstruments: [] });
  }

  retracted(name: string, moment: Moment): this {
    const announcement = { ...this.recordOf(name, moment, {}), retraction: { reason: 'a hoax' } };
    return this.record(AnnouncementRetracted, { announcement, formerInstruments: [], reason: 'a hoax' });
  }

  get lastPosition(): number {
    return this.position;
  }

  dossier(events: readonly RecordedEvent[] = this.events): Dossier {
    const dossier = emptyDossier(this.instrumentId);
    for (const event of events) addEvent(dossier, event);
    return dossier;
  }

  known(cut: Cut = {}): Known {
    const known = knownBy(this.dossier(), cut);
    if (known === null) throw new Error('The history lists no instrument: call listed() first.');
    return known;
  }

  sessionsFrom(from: string, count: number): readonly string[] {
    const { firstOnOrAfter, shift } = boundTo(this.mic);
    return Array.from({ length: count }, (_, i) => shift(firstOnOrAfter(from), i));
  }

  record<Name extends string, Data>(type: EventType<Name, Data>, data: Data, knownAt = RECORDED_AT): this {
    const position = ++this.position;
    this.events.push({
      ...{ position, id: `event-${position}`, streamId: 'stream', streamVersion: position },
      ...{ type: type.name, typeVersion: type.version, data, keys: type.keysOf(data) },
      ...{ knownAt, recordedAt: RECORDED_AT, correlationId: 'correlation', causationId: null },
    });
    return this;
  }

  private get who(): { instrumentId: `ins_${string}` } {
    return { instrumentId: this.instrumentId };
  }

  private recordOf(
    name: string,
    moment: Moment,
    { kind = 'other', headline = name, subjects, ...figures }: Told,
  ): AnnouncementRecord {
    const original = {
      ...{ kind, headline, moment, amounts: [], sources: [], relations: [] },
      subjects: [...(subjects ?? [{ ...this.who, role: 'issuer' }])],
      ...figures,
    };
    return { id: announcementId(name), original, amendments: [] };
  }
}

type DistributionKind = (typeof distributionKinds)[number];

interface ToldDelisting {
  readonly reason?: (typeof delistingReasons)[number];
  readonly cashPerShare?: number;
  readonly announcedOn?: string;
}

interface Columns {
  readonly sessions: string[];
  readonly close: number[];
  readonly open?: (number | null)[];
  readonly high?: (number | null)[];
  readonly low?: (number | null)[];
  readonly volume?: (number | null)[];
}

export function announcementId(name: string): `ann_${string}` {
  return idOf('ann', [name]);
}

export function amendmentId(name: string): `amd_${string}` {
  return idOf('amd', [name]);
}

function boundTo(mic: string): { firstOnOrAfter(date: string): string; shift(session: string, n: number): string } {
  const calendar = exchange(mic);
  return { firstOnOrAfter: (date) => calendar.firstOnOrAfter(date), shift: (session, n) => calendar.shift(session, n) };
}
