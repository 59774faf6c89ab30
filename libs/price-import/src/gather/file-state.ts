import type { Detection } from '@streakline/price-files';
import type { FileOwner } from '../owner/owner-of-file';
import type { ImportedFile } from '../summary';

/** A file that was recognised, and whose its rows are. */
export interface RecognisedFile {
  readonly place: number;
  readonly path: string;
  readonly detection: Detection;
  readonly owner: FileOwner;
}

/** What is known of one of the files to import so far. */
export class FileState {
  detection: Detection | null = null;
  basis: ImportedFile['basis'] = null;
  rows = 0;
  refused = 0;
  problem: string | null = null;

  constructor(readonly path: string) {}

  summary(): ImportedFile {
    const { path, detection, basis, rows, refused, problem } = this;
    return {
      file: path,
      format: detection?.format ?? null,
      title: detection?.title ?? null,
      reasons: detection?.reasons ?? [],
      bases: detection?.bases ?? {},
      basis,
      rows,
      refused,
      problem,
    };
  }
}
