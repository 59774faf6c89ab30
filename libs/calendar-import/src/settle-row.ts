import { randomUUID } from 'node:crypto';
import { Announce, type AnnounceBody, Measure } from '@streakline/announcements';
import type { CalendarRow, Figures } from '@streakline/calendar-files';
import { announcementKinds, certaintyOf, type Measure as MeasureSaid, type Moment } from '@streakline/events';
import { type CommandContext, isRefusal, type Refusal } from '@streakline/event-store';
import { ScheduleAnnouncement } from '@streakline/instruments';
import type { Exchange } from '@streakline/market-time';
import { type ActOnRecord, dayZeroPlace, findAct, isMeasured } from './acts-on-record';
import type { CalendarImport, CalendarNote } from './calendar-import';
import { marketMoment, type RowMoment } from './moment-of-row';
import type { Owner } from './owner';

/** A row whose owner and moment are known. */
export interface DatedRow {
  readonly row: CalendarRow;
  readonly owner: Owner;
  readonly at: RowMoment;
}

/** What became of a row. */
export type Settled =
  | {
      readonly became: 'announced' | 'measured' | 'scheduled' | 'onRecord';
      readonly position: number;
      readonly notes: readonly Omit<CalendarNote, 'line'>[];
      readonly assumed: boolean;
    }
  | { readonly became: 'refused'; readonly code: string; readonly reason: string };

/** Settles the rows of one instrument, oldest first: each sees what the ones before it recorded. */
export class RowSettler {
  /** By kind: the date that is scheduled without a period, by an earlier row. */
  private readonly nextDates = new Map<string, string>();
  private readonly context: CommandContext;

  constructor(
    private readonly owner: Owner,
    private readonly acts: ActOnRecord[],
    private readonly options: CalendarImport,
  ) {
    this.context = { now: options.now, correlationId: randomUUID() };
  }

  async settle(dated: DatedRow): Promise<Settled> {
    const { row, at } = dated;
    const kind = row.announcementKind === null ? this.options.kind : kindOf(row.announcementKind);
    if (kind === undefined) {
      const reason = `${JSON.stringify((row.announcementKind ?? '').slice(0, 40))} is no kind of announcement: one of ${announcementKinds.join(', ')}`;
      return { became: 'refused', code: 'unknownKind', reason };
    }
    const isReported = row.eps.actual !== null || row.revenue.actual !== null;
    const isToCome = this.owner.exchange.latestInstant(marketMoment(at.moment)) > this.options.now;
    if (isToCome && !isReported) return this.schedule(dated, kind);
    if (!isReported && this.options.hasActuals && !this.options.withoutActual) {
      const reason = `${at.on} is past and nothing reported stands in the row: it may have been put off. Take such rows by --without-actual`;
      return { became: 'refused', code: 'notReported', reason };
    }
    return this.report(dated, kind);
  }

  private async report({ row, at }: DatedRow, kind: ActOnRecord['kind']): Promise<Settled> {
    const { source } = this.options;
    const { instrumentId, exchange } = this.owner;
    const externalId = [instrumentId, kind, row.period ?? row.fiscalEnd ?? at.on].join('/');
    const sought = { kind, moment: at.moment, period: row.period, source, externalId };
    const act = findAct(this.acts, sought, exchange);
    const figures = { ...periodOf(row), measures: measuresOf(row, this.owner, source) };
    if (act !== undefined) return this.measure(act, { at, figures, exchange });
    const { measures, ...period } = figures;
    const body: AnnounceBody = {
      kind,
      headline: headlineOf(this.owner.name, kind, row),
      ...momentFields(at.moment),
      subjects: [{ instrument: instrumentId, role: 'issuer' }],
      source,
      externalId,
      ...period,
      ...(measures.length === 0 ? {} : { measures }),
    };
    const receipt = await this.options.execute(new Announce(body, this.context));
    if (isRefusal(receipt)) return refusedBy(receipt);
    this.acts.push({ ...sought, measures, id: receipt.id, line: row.line });
    return this.taken(receipt.said === 'now' ? 'announced' : 'onRecord', receipt.position, at, at.notes);
  }

  private async measure(
    act: ActOnRecord,
    {
      at,
      figures,
      exchange,
    }: { at: RowMoment; figures: { period?: string; measures: MeasureSaid[] }; exchange: Exchange },
  ): Promise<Settled> {
    const apart = Math.abs(dayZeroPlace(act.moment, exchange) - dayZeroPlace(at.moment, exchange));
    if (apart > 1) {
      const whose = act.line === null ? `${act.id} on record is` : `line ${act.line} says that it is`;
      const reason = `${whose} of ${saidMoment(act.moment)}, not of ${saidMoment(at.moment)}. If that was wrong, correct it by POST /v1/announcements/${act.id}/corrections`;
      return { became: 'refused', code: 'dateContradicts', reason };
    }
    const notes = [...at.notes, ...differenceNotes(act, at, exchange)];
    const { period, measures } = figures;
    const isThere = this.options.dryRun !== true || act.line === null;
    const isNew = measures.some((measure) => !isMeasured(act, measure)) || (period ?? act.period) !== act.period;
    const saysMore = isThere && isNew;
    if (!saysMore) return this.taken('onRecord', 0, at, notes);
    const receipt = await this.options.execute(new Measure(act.id, figures, this.context));
    if (isRefusal(receipt)) return refusedBy(receipt);
    return this.taken(receipt.said === 'now' ? 'measured' : 'onRecord', receipt.position, at, notes);
  }

  private async schedule({ row, at }: DatedRow, kind: ActOnRecord['kind']): Promise<Settled> {
    const next = row.period === null ? this.nextDates.get(kind) : undefined;
    if (next !== undefined && next !== at.on) {
      const reason = `${next} comes before it, and without a period only the next one can be on record: a column of quarter and year tells them apart`;
      return { became: 'refused', code: 'laterWithoutPeriod', reason };
    }
    if (row.period === null) this.nextDates.set(kind, at.on);
    const { announcedAt: scheduledAt, announcedOn: scheduledOn, timing } = momentFields(at.moment);
    const body = {
      kind,
      ...periodOf(row),
      ...(scheduledAt === undefined ? {} : { scheduledAt }),
      ...(scheduledOn === undefined ? {} : { scheduledOn }),
      ...(timing === undefined ? {} : { timing }),
      source: this.options.source,
    };
    const receipt = await this.options.execute(new ScheduleAnnouncement(this.owner.instrumentId, body, this.context));
    if (isRefusal(receipt)) return refusedBy(receipt);
    return this.taken(receipt.said === 'now' ? 'scheduled' : 'onRecord', receipt.position, at, at.notes);
  }

  private taken(
    became: Exclude<Settled['became'], 'refused'>,
    position: number,
    { moment }: RowMoment,
    notes: readonly Omit<CalendarNote, 'line'>[],
  ): Settled {
    const assumed = this.owner.exchange.dayZero(marketMoment(moment)).assumed;
    return { became, position, notes, assumed };
  }
}

function refusedBy({ code, detail, errors }: Refusal): Settled {
  const more = errors.slice(1, 4).map((error) => error.detail);
  return { became: 'refused', code, reason: [detail, ...more].join(' ') };
}

function kindOf(text: string): ActOnRecord['kind'] | undefined {
  return announcementKinds.find((kind) => kind === text.trim().toLowerCase());
}

function momentFields(moment: Moment): {
  announcedAt?: string;
  announcedOn?: string;
  timing?: 'preMarket' | 'intraday' | 'afterClose';
} {
  if ('at' in moment) return { announcedAt: moment.at };
  return { announcedOn: moment.on, ...(moment.timing === undefined ? {} : { timing: moment.timing }) };
}

function periodOf({ period }: CalendarRow): { period?: string } {
  return period === null ? {} : { period };
}

/** Of what the issuer reports: the words are ours, as calendars have none. */
function headlineOf(name: string, kind: string, { period, fiscalEnd }: CalendarRow): string {
  const of = period !== null ? ` of ${period}` : fiscalEnd !== null ? ` of the period that ended ${fiscalEnd}` : '';
  return kind === 'earnings' ? `${name} reports its earnings${of}` : `${name}: ${kind}${of}`;
}

function measuresOf(row: CalendarRow, { currency }: Owner, source: string): MeasureSaid[] {
  const unit = row.currency !== null && /^[A-Z]{3}$/.test(row.currency) ? row.currency : currency;
  const basis = row.basis === null ? {} : { basis: row.basis };
  return [
    ...measureOf({ metric: 'eps', ...basis, unit: `${unit}/share` }, row.eps, source),
    ...measureOf({ metric: 'revenue', unit }, row.revenue, source),
  ];
}

function measureOf(
  of: Pick<MeasureSaid, 'metric' | 'basis' | 'unit'>,
  { actual, estimate, prior }: Figures,
  source: string,
): MeasureSaid[] {
  if (actual === null) return [];
  const expected = estimate === null ? {} : { expected: { value: estimate, source } };
  return [{ ...of, actual, ...expected, ...(prior === null ? {} : { prior }) }];
}

/** Where the act on record and the row do not say the same time: what is on record stands. */
function differenceNotes(
  act: ActOnRecord,
  { moment, on }: RowMoment,
  exchange: Exchange,
): Omit<CalendarNote, 'line'>[] {
  const recorded = 'at' in act.moment ? exchange.dateOf(Date.parse(act.moment.at)) : act.moment.on;
  const stands = `${act.id} is of ${saidMoment(act.moment)}, the row of ${saidMoment(moment)}`;
  const mend = `what is on record stands; if it is wrong: POST /v1/announcements/${act.id}/corrections`;
  if (recorded !== on) return [{ code: 'dateDiffers', detail: `${stands}: ${mend}` }];
  const [one, other] = [act.moment, moment].map((each) => exchange.dayZero(marketMoment(each)).timing);
  const isTimed = certaintyOf(moment) !== 'assumed';
  return isTimed && one !== other ? [{ code: 'timingDiffers', detail: `${stands}: ${mend}` }] : [];
}

function saidMoment(moment: Moment): string {
  if ('at' in moment) return moment.at;
  return moment.timing === undefined ? moment.on : `${moment.on} ${moment.timing}`;
}
