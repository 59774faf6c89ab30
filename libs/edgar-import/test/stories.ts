import { rmSync } from 'node:fs';
import { AnnouncementsModule } from '@streakline/announcements';
import { InstrumentsModule, ListInstrument } from '@streakline/instruments';
import { type Commands, startCommands } from '@streakline/testing';
import { importEdgar, type EdgarImportOptions, type ImportedIssuer } from '../src/import-edgar';
import { factsFile, headerFile, submissionsFile, type WrittenFiling, writeFolder } from './edgar-folder';

export const NOW = Date.parse('2026-03-09T12:00:00Z');
type Five = [string, string, string, string, string];

/** An issuer of its own for each story, in one store: the files of one whose times are New York's. */
export function issuerOf(count: number) {
  const cik = String(1_234_500 + count).padStart(10, '0');
  const accession = (filing: number, year = 26) => `${cik}-${year}-${String(filing).padStart(6, '0')}`;
  const [results, deal, amendment, report, ownership] = [1, 2, 3, 4, 5].map((filing) => accession(filing)) as Five;
  const ofDeal = { items: '1.01', reportDate: '2026-02-25' };
  const filings = [
    { accession: results, form: '8-K', filedOn: '2026-02-05', accepted: '2026-02-05T16:02:22', items: '2.02,9.01' },
    { accession: deal, form: '8-K', filedOn: '2026-02-26', accepted: '2026-02-25T18:02:22', ...ofDeal },
    { accession: amendment, form: '8-K/A', filedOn: '2026-02-27', accepted: '2026-02-27T16:20:00', ...ofDeal },
    { accession: report, form: '10-K', filedOn: '2026-02-06', accepted: '2026-02-05T18:10:00' },
    { accession: ownership, form: '4', filedOn: '2026-02-10', accepted: '2026-02-10T19:00:00' },
  ];
  const header = (filing: WrittenFiling) => headerFile(filing.accession, filing.accepted, cik);
  return {
    ...{ cik, symbol: `EX${count}`, accession, filings, results, deal, report },
    submissions: { [`submissions/CIK${cik}.json`]: submissionsFile(cik, filings) },
    facts: {
      [`companyfacts/CIK${cik}.json`]: factsFile(cik, [[report, '10-K', '2026-01-28', '2026-02-06', 1_000_000]]),
    },
    headers: Object.fromEntries(filings.map((filing) => [`headers/${filing.accession}.hdr.sgml`, header(filing)])),
  };
}

/** One store for the stories of a spec, and for each story an issuer whose instrument is listed. */
export interface Stories {
  readonly commands: Commands;
  readonly its: ReturnType<typeof issuerOf>;
  /** Its id. */
  readonly instrument: string;
  /** Begins the next story, with another issuer. */
  next(): Promise<void>;
  /** Lists another instrument of the issuer. */
  list(symbol: string): Promise<string>;
  folderOf(files: Readonly<Record<string, string>>): string;
  run(folder: string, options?: Partial<EdgarImportOptions>): ReturnType<typeof importEdgar>;
  /** Imports a folder of one issuer. */
  one(folder: string, options?: Partial<EdgarImportOptions>): Promise<ImportedIssuer>;
  /** The events of a filing's announcement. */
  announced(accession: string): Promise<readonly { readonly type: string; readonly knownAt: string }[]>;
  dispose(): Promise<void>;
}

export async function startStories(): Promise<Stories> {
  const commands = await startCommands(InstrumentsModule, AnnouncementsModule);
  const folders: string[] = [];
  const { store } = commands.made;
  let count = 0;
  const run: Stories['run'] = (folder, options = {}) =>
    importEdgar({ store, execute: commands.execute }, [folder], { now: NOW, ...options });
  const stories = {
    ...{ commands, its: issuerOf(0), instrument: '', run },
    async next() {
      stories.its = issuerOf(++count);
      stories.instrument = await stories.list(stories.its.symbol);
    },
    async list(symbol: string) {
      const listing = { symbol, mic: 'XNAS', name: 'Example Trading', currency: 'USD', cik: stories.its.cik };
      return (await commands.accept(new ListInstrument(listing, commands.context()))).id;
    },
    folderOf(files: Readonly<Record<string, string>>) {
      const folder = writeFolder(files);
      folders.push(folder);
      return folder;
    },
    async one(folder: string, options: Partial<EdgarImportOptions> = {}) {
      const { issuers } = await run(folder, options);
      const [issuer, another] = issuers;
      if (issuer === undefined || another !== undefined) throw new Error(`${issuers.length} issuers were imported`);
      return issuer;
    },
    async announced(accession: string) {
      const events = await store.readByKey(stories.instrument);
      return events
        .filter(({ data }) => JSON.stringify(data).includes(`"externalId":"${accession}"`))
        .map(({ type, knownAt, data }) => ({ type, knownAt: new Date(knownAt).toISOString(), ...(data as object) }));
    },
    async dispose() {
      await commands.dispose();
      folders.forEach((folder) => rmSync(folder, { recursive: true }));
    },
  };
  return stories;
}
