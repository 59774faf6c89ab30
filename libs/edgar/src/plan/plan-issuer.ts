import type { Exchange } from '@streakline/market-time';
import type { CoverCount } from '../facts/read-share-counts';
import type { FilingHeader } from '../header/read-header';
import { kindOfItems } from '../items/items';
import type { RefusedEntry } from '../refused-entry';
import type { Filing } from '../submissions/filing';
import { clockEvidence } from '../times/filing-clock';
import { type FilingTime, filingTime, type TimeCertainty } from '../times/filing-time';
import { amendedFiling } from './amended-filing';
import { headlineOf } from './headline';
import type { EdgarPlan, PlannedAmendment, PlannedAnnouncement, PlanOptions } from './plan';
import { notesOnCounts, plannedCounts } from './planned-counts';
import type { PressRelease } from './press-releases';
import { publicMoment } from './public-moment';

/** All that is there of one issuer. */
export interface IssuerFiles {
  /** Ten digits. */
  readonly cik: string;
  /** Of the submissions file and its pages. */
  readonly filings: readonly Filing[];
  /** By accession number. */
  readonly headers: ReadonlyMap<string, FilingHeader>;
  readonly counts: readonly CoverCount[];
  /** A companyfacts file is among them. */
  readonly hasFacts: boolean;
  /** By the accession number of the filing that says the same. */
  readonly releases: ReadonlyMap<string, readonly PressRelease[]>;
  readonly refused: readonly RefusedEntry[];
}

/** Whether a form tells what happened: 8-K, and its kin for successors and transitions. */
export function isCurrentReport(form: string): boolean {
  return /^8-K(12B|12G3|15D5)?(\/A)?$/.test(form);
}

/** Whether a filing's own header decides anything here: of current reports, and of those that count shares. */
export function wantsHeader({ form }: Pick<Filing, 'form'>): boolean {
  return isCurrentReport(form) || /^(10-[KQ]T?|20-F|40-F)(\/A)?$/.test(form);
}

/**
 * What the files of an issuer come to: announcements from current reports, amendments beside what they amend, and share
 * counts, each from when it was public.
 *
 * @param exchange of the issuer's instrument: the parts of the day are its
 */
export function planIssuer(files: IssuerFiles, exchange: Exchange, options: PlanOptions = {}): EdgarPlan {
  const filings = withHeaders(files);
  const evidence = clockEvidence(filings, files.headers);
  const times = new Map<string, FilingTime>();
  for (const filing of filings) {
    const reading = { header: files.headers.get(filing.accession), evidence, clock: options.clock };
    times.set(filing.accession, filingTime(filing, reading));
  }
  const planned = plannedReports(files, filings, times, exchange);
  const wanted = <One extends PlannedAnnouncement>(all: readonly One[]) =>
    all.filter(({ kind }) => options.kinds === undefined || options.kinds.includes(kind));
  const [announcements, amendments] = [wanted(planned.announcements), wanted(planned.amendments)];
  const reports = [...announcements, ...amendments];
  const undecided = reports.filter(({ certainty }) => certainty === 'dateOnly').length;
  return {
    announcements,
    amendments,
    counts: plannedCounts(files.counts, (accession) => times.get(accession)),
    refused: files.refused,
    notes: [...planned.notes, ...undecidedNote(undecided), ...notesOnCounts(files, filings)],
    otherForms: otherForms(filings),
    times: certainties(reports),
    conflicts: reports.filter(hasConflict).length,
    evidence,
  };
}

/** Each filing once, the oldest first, with the items and the date of the event that only its header has. */
function withHeaders({ filings, headers }: IssuerFiles): readonly Filing[] {
  const byAccession = new Map(filings.map((filing) => [filing.accession, filing]));
  const all = [...byAccession.values()].map((filing) => {
    const header = headers.get(filing.accession);
    const reportDate = filing.reportDate ?? header?.reportDate;
    const items = filing.items.length > 0 ? filing.items : (header?.items ?? []);
    return { ...filing, items, ...(reportDate === undefined ? {} : { reportDate }) };
  });
  return all.sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
}

function orderOf({ filedOn, accepted, accession }: Filing): string {
  return `${filedOn} ${accepted ?? ''} ${accession}`;
}

interface PlannedReports {
  readonly announcements: readonly PlannedAnnouncement[];
  readonly amendments: readonly PlannedAmendment[];
  readonly notes: readonly string[];
}

function plannedReports(
  { cik, releases }: IssuerFiles,
  filings: readonly Filing[],
  times: ReadonlyMap<string, FilingTime>,
  exchange: Exchange,
): PlannedReports {
  const reports = filings.filter(({ form }) => isCurrentReport(form));
  const originals = reports.filter(({ form }) => !form.endsWith('/A'));
  const announcements: PlannedAnnouncement[] = [];
  const amendments: PlannedAmendment[] = [];
  const notes: string[] = [];
  for (const filing of reports) {
    const time = times.get(filing.accession);
    if (time === undefined) continue;
    const { accession, form, filedOn, items } = filing;
    const when = publicMoment(filing, time, { cik, exchange }, releases.get(accession));
    const report = { accession, form, filedOn, kind: kindOfItems(items), headline: headlineOf(filing), ...when };
    const amended = form.endsWith('/A') ? amendedFiling(filing, originals) : undefined;
    if (amended === undefined) announcements.push(report);
    else if ('amends' in amended) {
      amendments.push({ ...report, amends: amended.amends.accession, kind: kindOfItems(amended.amends.items) });
    } else {
      announcements.push(report);
      notes.push(
        `${form} ${accession} of ${filedOn} stands as an announcement of its own: what it amends is not sure, ${amended.why}.`,
      );
    }
  }
  return { announcements, amendments, notes };
}

function undecidedNote(count: number): readonly string[] {
  if (count === 0) return [];
  const how = 'Put their headers into the folder, or say what the times are by --times newYork or --times utc';
  return [
    `${count} filings are dated only: the times of the submissions file are New York's for some issuers and UTC for others. ${how}.`,
  ];
}

function otherForms(filings: readonly Filing[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { form } of filings) if (!isCurrentReport(form)) counts.set(form, (counts.get(form) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([, one], [, other]) => other - one));
}

function certainties(reports: readonly PlannedAnnouncement[]): Readonly<Record<TimeCertainty, number>> {
  const counts = { stated: 0, inferred: 0, likely: 0, dateOnly: 0 };
  for (const { certainty } of reports) counts[certainty] += 1;
  return counts;
}

function hasConflict({ sources }: PlannedAnnouncement): boolean {
  return sources.some(({ time }) => (time?.conflicts?.length ?? 0) > 0);
}
