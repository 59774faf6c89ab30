import type { EdgarServer } from './edgar-server';

export const cik = '0001018724';
export const submissionsPath = `/submissions/CIK${cik}.json`;
export const pagePath = `/submissions/CIK${cik}-submissions-001.json`;
export const factsPath = `/api/xbrl/companyfacts/CIK${cik}.json`;

interface ListedFiling {
  readonly accession: string;
  readonly form: string;
  readonly filedOn: string;
}

export const report: ListedFiling = { accession: '0001018724-26-000002', form: '8-K', filedOn: '2026-02-05' };
export const deal: ListedFiling = { accession: '0001104659-26-021050', form: '8-K', filedOn: '2026-02-27' };
export const annual: ListedFiling = { accession: '0001018724-26-000004', form: '10-K', filedOn: '2026-02-06' };
export const ownership: ListedFiling = { accession: '0001018724-26-000009', form: '4', filedOn: '2026-02-17' };
export const old: ListedFiling = { accession: '0001018724-09-000002', form: '8-K', filedOn: '2009-01-29' };

export function headerPath({ accession }: ListedFiling, ending = '.hdr.sgml'): string {
  return `/Archives/edgar/data/${Number(cik)}/${accession.replaceAll('-', '')}/${accession}${ending}`;
}

export function headerOf({ accession, form, filedOn }: ListedFiling): string {
  const day = filedOn.replaceAll('-', '');
  return `<SEC-HEADER>${accession}.hdr.sgml : ${day}
<ACCEPTANCE-DATETIME>${day}160312
ACCESSION NUMBER:\t\t${accession}
CONFORMED SUBMISSION TYPE:\t${form}
FILED AS OF DATE:\t\t${day}
</SEC-HEADER>
`;
}

export function columnsOf(filings: readonly ListedFiling[]) {
  return {
    accessionNumber: filings.map(({ accession }) => accession),
    filingDate: filings.map(({ filedOn }) => filedOn),
    form: filings.map(({ form }) => form),
    acceptanceDateTime: filings.map(({ filedOn }) => `${filedOn}T21:03:12.000Z`),
    items: filings.map(({ form }) => (form === '8-K' ? '2.02,9.01' : '')),
    primaryDocument: filings.map(({ form }) => (form === '10-K' ? 'amzn-20251231.htm' : 'a8k.htm')),
  };
}

export function submissionsOf(filings: readonly ListedFiling[], pages: readonly object[] = []): string {
  return JSON.stringify({
    cik: String(Number(cik)),
    name: 'AMAZON COM INC',
    filings: { recent: columnsOf(filings), files: pages },
  });
}

/** An issuer with four filings of 2026 and a page with an old one. */
export function serveIssuer(server: EdgarServer): void {
  const page = {
    name: `CIK${cik}-submissions-001.json`,
    filingCount: 1,
    filingFrom: '2009-01-29',
    filingTo: '2009-01-29',
  };
  server.files.set(submissionsPath, submissionsOf([deal, ownership, annual, report], [page]));
  server.files.set(pagePath, JSON.stringify(columnsOf([old])));
  server.files.set(factsPath, JSON.stringify({ cik: Number(cik), entityName: 'AMAZON.COM, INC.', facts: { dei: {} } }));
  for (const filing of [deal, annual, report, old]) server.files.set(headerPath(filing), headerOf(filing));
}
