/** An accession number as EDGAR writes it: who sent the filing (ten digits), the year, and a count. */
const ACCESSION = /(?<!\d)(\d{10})-(\d{2})-(\d{6})(?!\d)/;

/** The accession number in a text such as a file's name, with its dashes; undefined where there is none. */
export function accessionIn(text: string): string | undefined {
  return ACCESSION.exec(text)?.[0];
}

/**
 * The accession number that a file's path names: in its own name, or in that of its folder, which in EDGAR's archives has
 * no dashes (`000101872426000004/amzn-20251231_htm.xml`).
 */
export function accessionOfPath(path: string): string | undefined {
  const [name = '', folder = ''] = path.split(/[\\/!]/).reverse();
  const bare = /^(\d{10})(\d{2})(\d{6})$/.exec(folder);
  return accessionIn(name) ?? accessionIn(folder) ?? (bare === null ? undefined : bare.slice(1).join('-'));
}

export function isAccession(text: string): boolean {
  return ACCESSION.exec(text)?.[0] === text;
}

/** A central index key as EDGAR writes it in names: ten digits. Undefined for what is no such key. */
export function cikOf(text: string | number): string | undefined {
  const digits = String(text).trim();
  return /^\d{1,10}$/.test(digits) && Number(digits) > 0 ? digits.padStart(10, '0') : undefined;
}

/** The public page of a filing: its index, or one of its files. */
export function archiveUrl(cik: string, accession: string, file = `${accession}-index.htm`): string {
  const folder = `${Number(cik)}/${accession.replaceAll('-', '')}`;
  return `https://www.sec.gov/Archives/edgar/data/${folder}/${encodeURIComponent(file)}`;
}
