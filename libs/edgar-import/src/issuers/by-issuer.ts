import { EdgarFileError, readHeader, readIssuerFile } from '@streakline/edgar';
import { EdgarImportError } from '../edgar-import-error';
import type { EdgarFiles } from '../files/edgar-files';

/**
 * The issuers that files are of: by the names of their files, by what files of other names say inside, and where there is
 * nothing but headers, by those. Gives the files back with those of other names under their issuers.
 *
 * @throws EdgarImportError `unreadable` where a file that was named itself is none of EDGAR's
 */
export async function byIssuer(
  files: EdgarFiles,
): Promise<{ readonly files: EdgarFiles; readonly ciks: readonly string[] }> {
  const issuers = new Map(files.issuers);
  for (const entry of files.unnamed) {
    const cik = await readOr(entry.file, async () => readIssuerFile(await entry.text()).cik);
    issuers.set(cik, [...(issuers.get(cik) ?? []), entry]);
  }
  const ciks = issuers.size > 0 ? [...issuers.keys()] : await ciksOfHeaders(files);
  return { files: { ...files, issuers }, ciks: [...ciks].sort() };
}

async function ciksOfHeaders({ headers }: EdgarFiles): Promise<readonly string[]> {
  const ciks = new Set<string>();
  for (const entry of headers.values()) {
    const [cik] = await readOr(entry.file, async () => readHeader(await entry.head(), entry.name).ciks);
    if (cik !== undefined) ciks.add(cik);
  }
  return [...ciks];
}

async function readOr<Value>(file: string, read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof EdgarFileError)) throw error;
    throw new EdgarImportError('unreadable', `${file} ${error.message}`, { cause: error });
  }
}
