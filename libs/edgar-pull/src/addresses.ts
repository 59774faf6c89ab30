import { archiveUrl } from '@streakline/edgar';
import { EdgarPullError } from './edgar-pull-error';

/** Where EDGAR's files are: at its two hosts, or all of them at another address that is laid out alike. */
export interface Addresses {
  submissions(name: string): string;
  companyfacts(cik: string): string;
  archive(cik: string, accession: string, file: string): string;
}

const SEC = 'https://www.sec.gov';

/** Throws EdgarPullError `badUrl`. */
export function addressesAt(base: string | undefined): Addresses {
  const data = base === undefined ? 'https://data.sec.gov' : checked(base);
  const archives = base === undefined ? SEC : data;
  return {
    submissions: (name) => `${data}/submissions/${name}`,
    companyfacts: (cik) => `${data}/api/xbrl/companyfacts/CIK${cik}.json`,
    archive: (cik, accession, file) => archiveUrl(cik, accession, file).replace(SEC, archives),
  };
}

function checked(base: string): string {
  const url = URL.canParse(base) ? new URL(base) : null;
  if (url !== null && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '')
    return base.replace(/\/+$/, '');
  throw new EdgarPullError(
    'badUrl',
    `${JSON.stringify(base.slice(0, 100))} is no address to pull from: write http://host:port or https://host/path.`,
  );
}
