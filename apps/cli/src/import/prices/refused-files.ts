import { createWriteStream, type WriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import type { RefusedPriceRow } from '@streakline/price-import';
import { PARTIAL_SUFFIX, REFUSED_SUFFIX } from './find-files';

const COLUMNS = ['file', 'line', 'symbol', 'date', 'code', 'reason', 'text'] as const;
/** Files that are open at a time; more than that many with refused rows share one beside the first. */
const MOST_OPEN = 100;

/**
 * The rows that were not taken, as CSV beside the file they come from (or all in the one that was told), with where they
 * stand and why. A file of them appears under its name when it is whole.
 */
export class RefusedFiles {
  private closing: Promise<readonly string[]> | undefined;
  private readonly open = new Map<string, { readonly stream: WriteStream; readonly failed: Promise<never> }>();

  /** `told`: one file for all. */
  constructor(private readonly told: string | undefined) {}

  async add(row: RefusedPriceRow): Promise<void> {
    const path = this.pathOf(row);
    const { stream, failed } = this.open.get(path) ?? this.begin(path);
    const line = `${COLUMNS.map((column) => cell(row[column])).join(',')}\n`;
    if (!stream.write(line)) await Promise.race([happens(stream, 'drain'), failed]);
  }

  /** The files that hold refused rows, whole; asked again, the same. */
  close(): Promise<readonly string[]> {
    this.closing ??= this.finish();
    return this.closing;
  }

  private async finish(): Promise<readonly string[]> {
    for (const [path, { stream, failed }] of this.open) {
      const ended = happens(stream, 'finish');
      stream.end();
      await Promise.race([ended, failed]);
      await rename(partial(path), path);
    }
    return [...this.open.keys()];
  }

  private pathOf({ file }: RefusedPriceRow): string {
    const own = this.told ?? `${file.split('!')[0]}${REFUSED_SUFFIX}`;
    if (this.open.has(own) || this.open.size < MOST_OPEN) return own;
    return this.open.keys().next().value ?? own;
  }

  private begin(path: string) {
    const stream = createWriteStream(partial(path));
    const failed = new Promise<never>((_, fail) => {
      stream.once('error', ({ message }) =>
        fail(new Error(`refused rows cannot be written to ${path}: ${message}; name another file by --refused`)),
      );
    });
    // Whoever waits for the stream hears of it.
    failed.catch(() => undefined);
    stream.write(`${COLUMNS.join(',')}\n`);
    const opened = { stream, failed };
    this.open.set(path, opened);
    return opened;
  }
}

function partial(path: string): string {
  return `${path}${PARTIAL_SUFFIX}`;
}

/** Without an ear for errors of its own, which `failed` has. */
function happens(stream: WriteStream, event: 'drain' | 'finish'): Promise<void> {
  return new Promise((resolve) => {
    stream.once(event, resolve);
  });
}

/** Quoted where it must be; what a spreadsheet would take for a formula is made text. */
function cell(value: string | number | null): string {
  if (value === null) return '';
  const isFormula = typeof value === 'string' && /^[=+@\-\t\r]/.test(value) && !/^-?[\d.]+$/.test(value);
  const text = isFormula ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
