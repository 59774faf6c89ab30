import {
  type AnnouncementKind,
  type EdgarPlan,
  type FilingClock,
  planIssuer,
  type PressRelease,
  type RefusedEntry,
} from '@streakline/edgar';
import type { InstrumentId } from '@streakline/events';
import { EdgarImportError } from './edgar-import-error';
import { findEdgarFiles } from './files/edgar-files';
import { byIssuer } from './issuers/by-issuer';
import { type IssuerInstruments, issuerInstruments, namedInstrument } from './issuers/issuer-instruments';
import { issuersOnRecord } from './issuers/issuers-on-record';
import { type ReadIssuer, readIssuer } from './issuers/read-issuer';
import { emptyOutcome, type Tally } from './record/outcome';
import { recordAnnouncements } from './record/record-announcements';
import { recordCounts } from './record/record-counts';
import type { Recorder, WriteSide } from './record/recorder';

export interface EdgarImportOptions {
  /** Id or MIC:SYMBOL: the files are of its issuer. */
  readonly instrument?: string | undefined;
  readonly kinds?: readonly AnnouncementKind[] | undefined;
  /** What the times of submissions files are, where somebody knows. */
  readonly clock?: FilingClock | undefined;
  /** Public sources of filings, by accession number. */
  readonly releases?: ReadonlyMap<string, readonly PressRelease[]> | undefined;
  /** Tell what would be recorded, and record nothing. */
  readonly dryRun?: boolean | undefined;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Ends it after the commands in hand; what is recorded stands, and the same import goes on from there. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: EdgarProgress) => void) | undefined;
}

export interface EdgarProgress {
  readonly issuer: string;
  readonly done: number;
  readonly total: number;
}

/** What the import of one issuer came to. */
export interface ImportedIssuer {
  readonly cik: string;
  readonly name: string;
  readonly instruments: readonly {
    readonly instrumentId: InstrumentId;
    readonly symbol: string;
    readonly mic: string;
  }[];
  readonly plan: EdgarPlan;
  readonly announcements: Tally;
  readonly amendments: Tally;
  readonly shareCounts: Tally;
  /** Filings, counts and files that were not taken, with reasons. */
  readonly refused: readonly RefusedEntry[];
  readonly notes: readonly string[];
}

export interface ImportedEdgar {
  readonly issuers: readonly ImportedIssuer[];
  /** Issuers that no instrument on record is of. */
  readonly refused: readonly RefusedEntry[];
  /** Files of names that are not EDGAR's. */
  readonly ignoredFiles: number;
  /** Of the newest event that says any of it; 0 where nothing is recorded. */
  readonly position: number;
}

/**
 * Imports EDGAR's files: current reports as announcements, their amendments beside them, share counts from covers. Ids
 * follow from accession numbers, so that doing it again adds nothing, and goes on where an interrupted one ended.
 *
 * @throws EdgarImportError where nothing of it can be imported
 */
export async function importEdgar(
  writing: WriteSide,
  paths: readonly string[],
  options: EdgarImportOptions,
): Promise<ImportedEdgar> {
  const onRecord = await issuersOnRecord(writing.store);
  const { files, ciks } = await byIssuer(await findEdgarFiles(paths, new Set(onRecord.keys())));
  if (options.instrument !== undefined) onlyOne(ciks, options.instrument);
  const issuers: ImportedIssuer[] = [];
  const refused: RefusedEntry[] = [];
  let position = 0;
  for (const cik of ciks) {
    if (options.signal?.aborted) break;
    const read = await readIssuer(cik, files, options.releases ?? new Map());
    const found =
      options.instrument === undefined
        ? await issuerInstruments(writing.store, read, onRecord)
        : await namedInstrument(writing.store, options.instrument, cik);
    if (typeof found === 'string') refused.push({ where: `CIK ${cik}`, reason: found }, ...read.refused);
    else {
      const imported = await importIssuer(writing, read, found, options);
      issuers.push(imported.issuer);
      position = Math.max(position, imported.position);
    }
  }
  const [first] = refused;
  if (issuers.length === 0 && first !== undefined) throw new EdgarImportError('unknownInstrument', first.reason);
  return { issuers, refused, ignoredFiles: files.ignored, position };
}

function onlyOne(ciks: readonly string[], instrument: string): void {
  if (ciks.length <= 1) return;
  const some = ciks.slice(0, 5).join(', ');
  throw new EdgarImportError(
    'severalIssuers',
    `The files are of ${ciks.length} issuers (CIK ${some}${ciks.length > 5 ? ', ...' : ''}), and cannot all be of ${instrument}. Leave --instrument out, and list the instruments with their cik.`,
  );
}

async function importIssuer(
  writing: WriteSide,
  read: ReadIssuer,
  { instruments, exchange }: IssuerInstruments,
  options: EdgarImportOptions,
): Promise<{ readonly issuer: ImportedIssuer; readonly position: number }> {
  const plan = planIssuer(read, exchange, { kinds: options.kinds, clock: options.clock });
  const outcome = emptyOutcome();
  const total = plan.announcements.length + plan.amendments.length + plan.counts.length;
  let done = 0;
  const onDone = () => options.onProgress?.({ issuer: read.name, done: ++done, total });
  const recorder: Recorder = {
    ...{ store: writing.store, execute: (command) => writing.execute(command) },
    ...{ instruments, outcome, now: options.now, signal: options.signal, onDone },
  };
  if (options.dryRun !== true) {
    await recordAnnouncements(recorder, plan);
    await recordCounts(recorder, plan.counts);
  }
  const { announcements, amendments, shareCounts, position } = outcome;
  const issuer: ImportedIssuer = {
    cik: read.cik,
    name: read.name,
    instruments: instruments.map(({ instrumentId, symbol, mic }) => ({ instrumentId, symbol, mic })),
    ...{ plan, announcements, amendments, shareCounts },
    refused: [...plan.refused, ...outcome.refused],
    notes: [...read.notes, ...plan.notes, ...outcome.notes],
  };
  return { issuer, position };
}
