import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** What a server said of a file when it gave it: what to ask with next time. */
export interface Validators {
  readonly url: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

interface Note extends Validators {
  readonly sha256: string;
}

/** A folder of pulled files, and notes beside them on what was pulled. Files appear whole or not at all. */
export class KeptFolder {
  constructor(
    readonly folder: string,
    private readonly unfinished: string,
  ) {}

  pathOf(name: string): string {
    return join(this.folder, name);
  }

  async has(name: string): Promise<boolean> {
    try {
      return (await stat(this.pathOf(name))).isFile();
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  }

  /** What to ask with; null where the file is not there, is of another address, or is not what was pulled. */
  async validatorsOf(name: string, url: string): Promise<Validators | null> {
    if (!(await this.has(name))) return null;
    const note = await this.noteOf(name);
    if (note === null || note.url !== url) return null;
    return note.sha256 === (await digestOf(this.pathOf(name))) ? note : null;
  }

  /** Where a file is written until it is whole. */
  async unfinishedPath(name: string): Promise<string> {
    await mkdir(this.unfinished, { recursive: true });
    return join(this.unfinished, name.replaceAll('/', '_'));
  }

  /** Puts a whole file in its place, then its note: without the note it is asked for anew, which does no harm. */
  async keep(name: string, unfinished: string, validators: Validators): Promise<void> {
    const note: Note = { ...validators, sha256: await digestOf(unfinished) };
    const path = this.pathOf(name);
    await mkdir(dirname(path), { recursive: true });
    await rename(unfinished, path);
    await mkdir(dirname(this.notePath(name)), { recursive: true });
    await writeFile(`${unfinished}.note`, JSON.stringify(note));
    await rename(`${unfinished}.note`, this.notePath(name));
  }

  private notePath(name: string): string {
    return join(this.folder, '.pulled', `${name}.note`);
  }

  private async noteOf(name: string): Promise<Note | null> {
    try {
      const note = JSON.parse(await readFile(this.notePath(name), 'utf8')) as Partial<Note> | null;
      const { url, sha256, etag = null, lastModified = null } = note ?? {};
      return typeof url === 'string' && typeof sha256 === 'string' ? { url, sha256, etag, lastModified } : null;
    } catch (error) {
      // A note that cannot be read is none.
      if (isMissing(error) || error instanceof SyntaxError) return null;
      throw error;
    }
  }
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}
