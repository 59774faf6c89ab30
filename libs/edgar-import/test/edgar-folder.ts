import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A filing, in a few words. `accepted` stands in the submissions file as it is here, with a Z behind it. */
export interface WrittenFiling {
  readonly accession: string;
  readonly form: string;
  readonly filedOn: string;
  readonly reportDate?: string;
  readonly accepted: string;
  readonly items?: string;
}

/** Writes files into a new folder; names may have folders before them. */
export function writeFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'streakline-edgar-'));
  writeFiles(folder, files);
  return folder;
}

export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

export function submissionsFile(
  cik: string,
  filings: readonly WrittenFiling[],
  others: Readonly<Record<string, unknown>> = {},
): string {
  return JSON.stringify({
    ...{ cik, name: 'EXAMPLE TRADING CORP', tickers: ['EXMP'], exchanges: ['Nasdaq'] },
    filings: { recent: columnsOf(filings), files: [] },
    ...others,
  });
}

export function columnsOf(filings: readonly WrittenFiling[]): Readonly<Record<string, readonly string[]>> {
  return {
    accessionNumber: filings.map(({ accession }) => accession),
    filingDate: filings.map(({ filedOn }) => filedOn),
    reportDate: filings.map(({ reportDate, filedOn }) => reportDate ?? filedOn),
    acceptanceDateTime: filings.map(({ accepted }) => `${accepted}.000Z`),
    form: filings.map(({ form }) => form),
    items: filings.map(({ items }) => items ?? ''),
    primaryDocument: filings.map(() => ''),
  };
}

/** An `.hdr.sgml`. `accepted` in New York time: 2026-02-05T16:02:22. */
export function headerFile(accession: string, accepted: string, cik = '0001234567'): string {
  return `<SEC-HEADER>${accession}.hdr.sgml\n<ACCEPTANCE-DATETIME>${accepted.replace(/\D/g, '')}\n<ACCESSION-NUMBER>${accession}\n<CIK>${cik}\n</SEC-HEADER>\n`;
}

/** A companyfacts file: [accession, form, countedOn, filedOn, shares]. */
export function factsFile(cik: string, counts: readonly (readonly [string, string, string, string, number])[]): string {
  const shares = counts.map(([accn, form, end, filed, val]) => ({ accn, form, end, filed, val }));
  const dei = { EntityCommonStockSharesOutstanding: { units: { shares } } };
  return JSON.stringify({ cik: Number(cik), entityName: 'Example Trading Corp', facts: { dei } });
}
