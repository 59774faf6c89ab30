import { stat } from 'node:fs/promises';
import { accessionOfPath } from '@streakline/edgar';
import { EdgarImportError } from '../edgar-import-error';
import type { EdgarEntry } from './edgar-entry';
import { fileEntry, filesWithin } from './folder-entries';
import { zipEntries } from './zip-entries';

/** The files that were found, by what their names say they are; what is in them decides in the end. */
export interface EdgarFiles {
  /** By CIK: submissions and companyfacts, which bear the same name. */
  readonly issuers: ReadonlyMap<string, readonly EdgarEntry[]>;
  /** By name: further pages of submissions. */
  readonly pages: ReadonlyMap<string, EdgarEntry>;
  /** By accession number. */
  readonly headers: ReadonlyMap<string, EdgarEntry>;
  readonly covers: ReadonlyMap<string, EdgarEntry>;
  /** JSON that was named itself, and says by its content whose it is. */
  readonly unnamed: readonly EdgarEntry[];
  /** Files of other names. */
  readonly ignored: number;
}

/** An archive with more files than these is a bulk one: only issuers on record are looked for in it. */
const BULK = 20_000;

/**
 * Finds EDGAR's files in folders, zips, and files named one by one.
 *
 * @param ciksOnRecord those looked for in a bulk archive
 * @throws EdgarImportError
 */
export async function findEdgarFiles(paths: readonly string[], ciksOnRecord: ReadonlySet<string>): Promise<EdgarFiles> {
  const found = new FoundFiles();
  for (const path of paths) {
    const kind = await kindOf(path);
    if (kind === 'folder') for (const file of await filesWithin(path)) await found.take(file, ciksOnRecord);
    else await found.take(path, ciksOnRecord, true);
  }
  if (found.issuers.size + found.headers.size + found.unnamed.length > 0) return found;
  const names = 'CIK##########.json (submissions, companyfacts), <accession>.hdr.sgml';
  throw new EdgarImportError('noFiles', `${paths.join(', ')}: there is no file of EDGAR's here. Looked for: ${names}.`);
}

class FoundFiles implements EdgarFiles {
  readonly issuers = new Map<string, EdgarEntry[]>();
  readonly pages = new Map<string, EdgarEntry>();
  readonly headers = new Map<string, EdgarEntry>();
  readonly covers = new Map<string, EdgarEntry>();
  readonly unnamed: EdgarEntry[] = [];
  ignored = 0;

  async take(path: string, ciksOnRecord: ReadonlySet<string>, isNamed = false): Promise<void> {
    if (!/\.zip$/i.test(path)) {
      this.sort(fileEntry(path), isNamed);
      return;
    }
    const isWanted = (name: string, { files }: { readonly files: number }) => {
      const cik = /^CIK(\d{10})/.exec(name)?.[1];
      return files <= BULK || (cik !== undefined && ciksOnRecord.has(cik));
    };
    for (const entry of await zipEntries(path, isWanted)) this.sort(entry, false);
  }

  private sort(entry: EdgarEntry, isNamed: boolean): void {
    const { name, file } = entry;
    const accession = accessionOfPath(file);
    const cik = /^CIK(\d{10})\.json$/.exec(name)?.[1];
    if (cik !== undefined) this.issuers.set(cik, [...(this.issuers.get(cik) ?? []), entry]);
    else if (/^CIK\d{10}-submissions-\d{3,6}\.json$/.test(name)) this.pages.set(name, entry);
    else if (accession !== undefined && isCover(name)) this.covers.set(accession, entry);
    else if (accession !== undefined && isHeader(name)) this.keepBest(accession, entry);
    else if (isNamed && /\.json$/i.test(name)) this.unnamed.push(entry);
    else this.ignored += 1;
  }

  /** Of several forms of a header the SGML itself says most; the page of the filing least. */
  private keepBest(accession: string, entry: EdgarEntry): void {
    const known = this.headers.get(accession);
    if (known === undefined || worth(entry.name) > worth(known.name)) this.headers.set(accession, entry);
  }
}

function isHeader(name: string): boolean {
  return /\.(hdr\.sgml|sgml|txt)$|-index(-headers)?\.html?$/i.test(name);
}

function worth(name: string): number {
  return /\.(hdr\.)?sgml$/i.test(name) ? 3 : /-index\.html?$/i.test(name) ? 1 : 2;
}

/** The XBRL of a filing whose cover counts shares: the instance, or the document with the instance in it. */
function isCover(name: string): boolean {
  return /(_htm\.xml|\.cover\.(xml|html?)|-cover\.(xml|html?))$/i.test(name);
}

async function kindOf(path: string): Promise<'folder' | 'file'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new EdgarImportError('noFiles', `${path}: there is no such file or folder. Mend the path.`, {
        cause: error,
      });
    const why = error instanceof Error ? error.message : String(error);
    throw new EdgarImportError('unreadable', `${path} cannot be read: ${why}`, { cause: error });
  }
}
