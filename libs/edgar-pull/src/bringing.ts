import { EdgarPullError } from './edgar-pull-error';
import { fetchFile, type Fetching, type Wanted } from './fetch-file';

/** How many files are brought, of those known to be wanted. */
export interface PullProgress {
  readonly done: number;
  readonly total: number;
}

/** A file that is not in the folder: EDGAR does not have it (`absent`), or not as it should be (`damaged`). */
export interface MissingFile {
  readonly name: string;
  readonly code: 'absent' | 'damaged';
  readonly reason: string;
}

const AT_ONCE = 4;

/** Brings files to a folder, a few at once, and counts. */
export class Bringing {
  readonly files = { new: 0, unchanged: 0, kept: 0 };
  readonly missing: MissingFile[] = [];
  bytes = 0;
  requests = 0;
  private done = 0;
  private total = 0;
  private readonly failed = new AbortController();
  private readonly fetching: Fetching;

  constructor(
    fetching: Fetching,
    private readonly onProgress: (progress: PullProgress) => void,
  ) {
    this.fetching = { ...fetching, signal: AbortSignal.any([fetching.signal, this.failed.signal]) };
    this.stop = fetching.signal;
  }

  private readonly stop: AbortSignal;

  /** So many more files are wanted. */
  expect(files: number): void {
    this.total += files;
  }

  /** Brings the first of these that EDGAR has, unless one is there: what was filed never changes. */
  async bringOnce(forms: readonly Wanted[]): Promise<void> {
    let missing = null as MissingFile | null;
    for (const { name } of forms) {
      if (!(await this.fetching.kept.has(name))) continue;
      this.files.kept += 1;
      this.settled(null);
      return;
    }
    for (const wanted of forms) {
      const found = await this.tried(wanted);
      // One that is damaged says more than another that is not there.
      missing = found === null || missing?.code !== 'damaged' ? found : missing;
      if (found === null) break;
    }
    this.settled(missing);
  }

  /** Whether it is there now. A file that EDGAR does not have, or has broken, is told and missed; the rest goes on. */
  async bring(wanted: Wanted): Promise<boolean> {
    const missing = await this.tried(wanted);
    this.settled(missing);
    return missing === null;
  }

  private async tried(wanted: Wanted): Promise<MissingFile | null> {
    const { name } = wanted;
    try {
      const { outcome, bytes, requests } = await fetchFile(wanted, this.fetching);
      this.requests += requests;
      this.bytes += bytes;
      if (outcome === 'absent') return { name, code: 'absent', reason: 'EDGAR has no such file' };
      this.files[outcome] += 1;
      return null;
    } catch (error) {
      const isOfFile = error instanceof EdgarPullError && (error.code === 'wrongContent' || error.code === 'tooLarge');
      if (!isOfFile || wanted.isNeeded === true) throw error;
      return { name, code: 'damaged', reason: error.message };
    }
  }

  private settled(missing: MissingFile | null): void {
    if (missing !== null) this.missing.push(missing);
    this.done += 1;
    this.onProgress({ done: this.done, total: this.total });
  }

  /** A few at once, so that a slow answer does not hold up the pace; the first failure ends them all. */
  async inParallel(tasks: readonly (() => Promise<void>)[]): Promise<void> {
    const left = [...tasks].reverse();
    let failure: { readonly error: unknown } | undefined;
    const work = async () => {
      for (let task = left.pop(); task !== undefined && failure === undefined; task = left.pop()) {
        try {
          await task();
        } catch (error) {
          failure ??= { error };
          this.failed.abort();
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    this.stop.throwIfAborted();
    if (failure !== undefined) throw failure.error;
  }
}
