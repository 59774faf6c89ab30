import type { Filing } from '../src/submissions/filing';

/** A submissions file in the exact form of data.sec.gov, with the columns that it has. */
export function submissionsJson(
  filings: readonly Partial<Filing>[],
  others: Readonly<Record<string, unknown>> = {},
): string {
  return JSON.stringify({
    ...{ cik: '0001234567', entityType: 'operating', sic: '5961', name: 'EXAMPLE TRADING CORP' },
    ...{ tickers: ['EXMP'], exchanges: ['Nasdaq'], fiscalYearEnd: '1231' },
    filings: { recent: columns(filings), files: [] },
    ...others,
  });
}

/** What a paging file holds: the columns and nothing else. */
export function columns(filings: readonly Partial<Filing>[]): Readonly<Record<string, readonly unknown[]>> {
  const all = filings.map((one, index) => filing({ accession: accession(index + 1), ...one }));
  return {
    accessionNumber: all.map((one) => one.accession),
    filingDate: all.map((one) => one.filedOn),
    reportDate: all.map((one) => one.reportDate ?? ''),
    acceptanceDateTime: all.map(({ accepted }) => (accepted === undefined ? '' : `${accepted}.000Z`)),
    act: all.map(() => '34'),
    form: all.map((one) => one.form),
    fileNumber: all.map(() => '000-22513'),
    items: all.map((one) => one.items.join(',')),
    size: all.map(() => 1_000),
    isXBRL: all.map(() => 0),
    primaryDocument: all.map((one) => one.primaryDocument ?? ''),
    primaryDocDescription: all.map((one) => one.form),
  };
}

/** An 8-K with results, accepted at 16:02:22 New York time in winter, as the issuer whose times are UTC has it. */
export function filing(others: Partial<Filing> = {}): Filing {
  return {
    accession: accession(1),
    form: '8-K',
    filedOn: '2026-02-05',
    reportDate: '2026-02-05',
    accepted: '2026-02-05T21:02:22',
    items: ['2.02', '9.01'],
    ...others,
  };
}

export function accession(count: number): string {
  return `0001234567-26-${String(count).padStart(6, '0')}`;
}
