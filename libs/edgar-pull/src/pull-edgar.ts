import {
  cikOf,
  type Filing,
  readCover,
  readHeader,
  readPage,
  readShareCounts,
  readSubmissions,
  type Submissions,
  wantsHeader,
} from '@streakline/edgar';
import { readFile } from 'node:fs/promises';
import { type Addresses, addressesAt } from './addresses';
import { Bringing, type MissingFile, type PullProgress } from './bringing';
import { checkContact } from './contact';
import { EdgarPullError } from './edgar-pull-error';
import { KeptFolder } from './kept-file';
import { Pace } from './pace';
import { clearUnfinished, unfinishedFolder } from './unfinished';

export interface PullOptions {
  /** The issuer's central index key, with or without leading zeros. */
  readonly cik: string;
  /** Name and mail address, which EDGAR is told. */
  readonly contact: string | undefined;
  /** Files appear here whole, in submissions/, companyfacts/, headers/ and covers/. */
  readonly folder: string;
  /** YYYY-MM-DD: filings before it are left out. */
  readonly since?: string | undefined;
  /** Bring the XBRL of annual and quarterly reports too, whose covers count shares by class. */
  readonly covers?: boolean | undefined;
  /** Another address than EDGAR's, laid out alike. */
  readonly baseUrl?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: PullProgress) => void) | undefined;
  /** Told of each try that failed and may pass. */
  readonly onTrouble?: ((text: string) => void) | undefined;
  /** Default 8: of EDGAR itself never more is asked. */
  readonly requestsPerSecond?: number | undefined;
  /** Milliseconds before a second try; default 1,000. */
  readonly firstPauseMs?: number | undefined;
  /** Milliseconds without a byte before a connection is given up; default 60,000. */
  readonly idleMs?: number | undefined;
}

/** What a pull brought. */
export interface PulledEdgar {
  readonly cik: string;
  readonly name: string;
  readonly folder: string;
  /** Filings listed, from `since` on. */
  readonly filings: number;
  readonly files: { readonly new: number; readonly unchanged: number; readonly kept: number };
  readonly bytes: number;
  readonly requests: number;
  readonly missing: readonly MissingFile[];
}

const MIB = 2 ** 20;
const MOST_PER_SECOND = 8;

/**
 * Brings an issuer's submissions with their pages, its companyfacts, and the headers of the filings that matter. Ended at
 * any moment, by the signal or a kill, it leaves whole files only, and the same call goes on from there: headers never
 * change and are not asked for twice, the others only if they changed.
 *
 * @throws EdgarPullError; the signal's reason
 */
export async function pullEdgar(options: PullOptions): Promise<PulledEdgar> {
  const contact = checkContact(options.contact);
  const cik = cikOf(options.cik);
  if (cik === undefined)
    throw new EdgarPullError(
      'badCik',
      `${JSON.stringify(options.cik)} is no central index key: up to ten digits, such as 1018724.`,
    );
  const { folder, baseUrl } = options;
  const addresses = addressesAt(baseUrl);
  await clearUnfinished(folder);
  const pull = new Pull(cik, addresses, { ...options, contact });
  return pull.run();
}

class Pull {
  private readonly kept: KeptFolder;
  private readonly bringing: Bringing;

  constructor(
    private readonly cik: string,
    private readonly addresses: Addresses,
    private readonly options: PullOptions & { readonly contact: string },
  ) {
    const { folder, contact, requestsPerSecond = MOST_PER_SECOND, firstPauseMs = 1_000, idleMs = 60_000 } = options;
    this.kept = new KeptFolder(folder, unfinishedFolder(folder));
    const fetching = {
      kept: this.kept,
      pace: new Pace(options.baseUrl === undefined ? Math.min(requestsPerSecond, MOST_PER_SECOND) : requestsPerSecond),
      contact,
      signal: options.signal ?? new AbortController().signal,
      firstPauseMs,
      idleMs,
      onTrouble: (text: string) => options.onTrouble?.(text),
    };
    this.bringing = new Bringing(fetching, (progress) => options.onProgress?.(progress));
    this.bringing.expect(2);
  }

  async run(): Promise<PulledEdgar> {
    try {
      const submissions = await this.bringSubmissions();
      const pages = submissions.pages.filter(({ to }) => to === undefined || to >= this.since);
      this.bringing.expect(pages.length);
      await this.bringing.inParallel(
        pages.map(
          ({ name }) =>
            () =>
              this.bringPage(name),
        ),
      );
      await this.bringCompanyfacts();
      const filings = await this.filings(
        submissions,
        pages.map(({ name }) => name),
      );
      await this.bringFilings(filings);
      const { cik } = this;
      const { files, bytes, requests, missing } = this.bringing;
      return {
        cik,
        name: submissions.name,
        folder: this.kept.folder,
        filings: filings.length,
        files,
        bytes,
        requests,
        missing,
      };
    } finally {
      await clearUnfinished(this.kept.folder);
    }
  }

  private get since(): string {
    return this.options.since ?? '';
  }

  private async bringSubmissions(): Promise<Submissions> {
    const name = `CIK${this.cik}.json`;
    const file = `submissions/${name}`;
    const check = (text: string) => same('CIK', readSubmissions(text).cik, this.cik);
    const found = await this.bringing.bring({
      name: file,
      url: this.addresses.submissions(name),
      mostBytes: 64 * MIB,
      check,
      isNeeded: true,
    });
    if (!found)
      throw new EdgarPullError(
        'absent',
        `EDGAR has no filer of the CIK ${this.cik}: look it up at https://www.sec.gov/edgar/searchedgar/companysearch.`,
      );
    return readSubmissions(await this.text(file));
  }

  private async bringPage(name: string): Promise<void> {
    const check = (text: string) => void readPage(text);
    await this.bringing.bring({
      name: `submissions/${name}`,
      url: this.addresses.submissions(name),
      mostBytes: 64 * MIB,
      check,
    });
  }

  private async bringCompanyfacts(): Promise<void> {
    const check = (text: string) => same('CIK', readShareCounts(text).cik, this.cik);
    const name = `companyfacts/CIK${this.cik}.json`;
    await this.bringing.bring({ name, url: this.addresses.companyfacts(this.cik), mostBytes: 256 * MIB, check });
  }

  private async filings(submissions: Submissions, pages: readonly string[]): Promise<readonly Filing[]> {
    const all = [...submissions.filings];
    for (const page of pages) {
      const name = `submissions/${page}`;
      if (await this.kept.has(name)) all.push(...readPage(await this.text(name)).filings);
    }
    return all.filter(({ filedOn }) => filedOn >= this.since);
  }

  private async bringFilings(filings: readonly Filing[]): Promise<void> {
    const headers = filings.filter(wantsHeader).map((filing) => () => this.bringHeader(filing));
    const covers =
      this.options.covers === true ? filings.filter(hasCover).map((filing) => () => this.bringCover(filing)) : [];
    this.bringing.expect(headers.length + covers.length);
    await this.bringing.inParallel([...headers, ...covers]);
  }

  /** The SGML itself, or, where EDGAR keeps none beside the filing, the page that shows it. */
  private async bringHeader({ accession }: Filing): Promise<void> {
    const forms = [`${accession}.hdr.sgml`, `${accession}-index-headers.html`].map((file) => ({
      name: `headers/${file}`,
      url: this.addresses.archive(this.cik, accession, file),
      mostBytes: 4 * MIB,
      check: (text: string) => same('filing', readHeader(text, file).accession, accession),
    }));
    await this.bringing.bringOnce(forms);
  }

  private async bringCover({ accession, primaryDocument = '' }: Filing): Promise<void> {
    const file = primaryDocument.replace(/\.html?$/i, '_htm.xml');
    const url = this.addresses.archive(this.cik, accession, file);
    const check = (text: string) => void readCover(text);
    await this.bringing.bringOnce([{ name: `covers/${accession}_htm.xml`, url, mostBytes: 128 * MIB, check }]);
  }

  private text(name: string): Promise<string> {
    return readFile(this.kept.pathOf(name), 'utf8');
  }
}

/** Reports whose document carries its XBRL: its name tells the instance's. */
function hasCover({ form, primaryDocument }: Filing): boolean {
  return /^(10-[KQ]T?|20-F|40-F)(\/A)?$/.test(form) && /^[A-Za-z0-9._-]{1,100}\.html?$/i.test(primaryDocument ?? '');
}

/** Throws where a file is about something else than was asked for. */
function same(what: string, found: string, wanted: string): void {
  if (found !== wanted) throw new Error(`it is of the ${what} ${found}, not ${wanted}`);
}
