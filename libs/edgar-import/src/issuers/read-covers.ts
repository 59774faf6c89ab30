import { type CoverCount, EdgarFileError, type Filing, readCover, type RefusedEntry } from '@streakline/edgar';
import { EdgarImportError } from '../edgar-import-error';
import type { EdgarEntry } from '../files/edgar-entry';

/** The counts on the covers that are there of an issuer's filings. */
export async function readCovers(
  filings: readonly Filing[],
  covers: ReadonlyMap<string, EdgarEntry>,
): Promise<{ readonly counts: readonly CoverCount[]; readonly refused: readonly RefusedEntry[] }> {
  const counts: CoverCount[] = [];
  const refused: RefusedEntry[] = [];
  for (const { accession, form, filedOn } of filings) {
    const entry = covers.get(accession);
    if (entry === undefined) continue;
    try {
      const read = readCover(await entry.text());
      counts.push(...read.counts.map((count) => ({ ...count, accession, form, filedOn })));
      refused.push(...read.refused.map(({ where, reason }) => ({ where: `${entry.file} ${where}`, reason })));
    } catch (error) {
      if (!(error instanceof EdgarFileError) && !(error instanceof EdgarImportError)) throw error;
      refused.push({ where: entry.file, reason: error.message });
    }
  }
  return { counts, refused };
}
