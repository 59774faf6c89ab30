import {
  type CoverCount,
  EdgarFileError,
  type Filing,
  type FilingHeader,
  type IssuerFiles,
  type PageName,
  type PressRelease,
  readHeader,
  readIssuerFile,
  readPage,
  type RefusedEntry,
  wantsHeader,
} from '@streakline/edgar';
import type { EdgarEntry } from '../files/edgar-entry';
import type { EdgarFiles } from '../files/edgar-files';
import { EdgarImportError } from '../edgar-import-error';
import { readCovers } from './read-covers';

/** An issuer's files, read, and whom they say they are about. */
export interface ReadIssuer extends IssuerFiles {
  readonly name: string;
  readonly tickers: readonly string[];
  readonly exchanges: readonly string[];
  /** Files that could not be read, and pages that are not there. */
  readonly notes: readonly string[];
}

/** Reads all that is there of one issuer. A file that cannot be read is refused by name; the others go on. */
export async function readIssuer(
  cik: string,
  files: EdgarFiles,
  releases: ReadonlyMap<string, readonly PressRelease[]>,
): Promise<ReadIssuer> {
  const reading = new IssuerReading(cik, files);
  for (const entry of files.issuers.get(cik) ?? []) await reading.main(entry);
  await reading.furtherPages();
  await reading.ownHeaders();
  await reading.ownCovers();
  return { ...reading.result(), releases };
}

class IssuerReading {
  private readonly filings: Filing[] = [];
  private readonly headers = new Map<string, FilingHeader>();
  private counts: CoverCount[] = [];
  private hasFacts = false;
  private readonly refused: RefusedEntry[] = [];
  private readonly notes: string[] = [];
  private readonly pages: PageName[] = [];
  private who = { name: '', tickers: [] as readonly string[], exchanges: [] as readonly string[] };

  constructor(
    private readonly cik: string,
    private readonly files: EdgarFiles,
  ) {
    this.who.name = `CIK ${cik}`;
  }

  async main(entry: EdgarEntry): Promise<void> {
    const read = await this.tried(entry, async () => readIssuerFile(await entry.text()));
    if (read === undefined) return;
    if (read.cik !== this.cik) {
      this.refused.push({ where: entry.file, reason: `it is of CIK ${read.cik}, whatever its name says` });
      return;
    }
    this.refused.push(...read.refused.map(({ where, reason }) => ({ where: `${entry.file} ${where}`, reason })));
    if ('counts' in read) {
      this.hasFacts = true;
      this.counts.push(...read.counts);
      return;
    }
    this.filings.push(...read.filings);
    this.pages.push(...read.pages);
    this.who = { name: read.name, tickers: read.tickers, exchanges: read.exchanges };
  }

  async furtherPages(): Promise<void> {
    for (const { name, filings, from, to } of this.pages) {
      const entry = this.files.pages.get(name);
      if (entry === undefined) {
        this.notes.push(
          `${name} is not there: ${filings ?? 'its'} filings of ${from ?? '?'} to ${to ?? '?'} are left out.`,
        );
        continue;
      }
      const read = await this.tried(entry, async () => readPage(await entry.text()));
      if (read === undefined) continue;
      this.filings.push(...read.filings);
      this.refused.push(...read.refused.map(({ where, reason }) => ({ where: `${name} ${where}`, reason })));
    }
  }

  /** Headers of its filings; and where there is no submissions file, filings of its headers. */
  async ownHeaders(): Promise<void> {
    for (const filing of this.filings.filter(wantsHeader)) {
      const entry = this.files.headers.get(filing.accession);
      if (entry !== undefined) await this.header(entry, filing.accession);
    }
    if (this.filings.length > 0) return;
    for (const [accession, entry] of this.files.headers) {
      const header = await this.header(entry, accession);
      if (header?.form === undefined || header.filedOn === undefined || !header.ciks.includes(this.cik)) continue;
      const { form, filedOn, items, reportDate } = header;
      this.filings.push({ accession, form, filedOn, items, ...(reportDate === undefined ? {} : { reportDate }) });
    }
  }

  async ownCovers(): Promise<void> {
    const covers = await readCovers(this.filings, this.files.covers);
    this.refused.push(...covers.refused);
    // A cover says by class what companyfacts, if it has anything of that filing, has of one class only.
    const told = new Set(covers.counts.map(({ accession }) => accession));
    this.counts = [...this.counts.filter(({ accession }) => !told.has(accession)), ...covers.counts];
  }

  result(): Omit<ReadIssuer, 'releases'> {
    const { cik, filings, headers, counts, hasFacts, refused, notes } = this;
    return { cik, filings, headers, counts, hasFacts, refused, notes, ...this.who };
  }

  private async header(entry: EdgarEntry, accession: string): Promise<FilingHeader | undefined> {
    const header = await this.tried(entry, async () => readHeader(await entry.head(), entry.name));
    if (header === undefined) return undefined;
    if (header.accession !== accession) {
      this.refused.push({ where: entry.file, reason: `it is the header of ${header.accession}` });
      return undefined;
    }
    this.headers.set(accession, header);
    return header;
  }

  private async tried<Value>(entry: EdgarEntry, read: () => Promise<Value>): Promise<Value | undefined> {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof EdgarFileError) && !(error instanceof EdgarImportError)) throw error;
      this.refused.push({ where: entry.file, reason: error.message });
      return undefined;
    }
  }
}
