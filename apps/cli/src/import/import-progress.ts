const BAR_CELLS = 24;
const EVERY_MS = 100;

type Output = Pick<NodeJS.WriteStream, 'write'> & { readonly isTTY?: boolean };

/** How far one phase of an import is. */
export interface Phase {
  /** 'reading prices.csv': what is done. */
  readonly what: string;
  readonly done: number;
  readonly total: number;
  /** What the rate counts, where it is not `done`: rows, of bytes that are read. */
  readonly counted?: { readonly count: number; readonly unit: string };
}

/** How far an import is: one line with rate and time left, drawn anew on a terminal, and nothing elsewhere. */
export class ImportProgress {
  private began = 0;
  private what = '';
  private shownAt = 0;
  private drawn = false;

  constructor(
    private readonly output: Output,
    private readonly now: () => number = () => performance.now(),
  ) {}

  show(phase: Phase): void {
    const now = this.now();
    // Each phase has a pace of its own.
    if (phase.what !== this.what) [this.what, this.began, this.shownAt] = [phase.what, now, -Infinity];
    if (!this.output.isTTY || now - this.shownAt < EVERY_MS) return;
    this.shownAt = now;
    this.drawn = true;
    this.output.write(`\r\u001b[2K${lineOf(phase, (now - this.began) / 1_000)}`);
  }

  clear(): void {
    if (this.drawn) this.output.write('\r\u001b[2K');
    this.drawn = false;
  }
}

function lineOf({ what, done, total, counted }: Phase, seconds: number): string {
  const share = total === 0 ? 1 : Math.min(1, done / total);
  const full = Math.round(share * BAR_CELLS);
  const bar = `${'█'.repeat(full)}${'·'.repeat(BAR_CELLS - full)} ${Math.floor(share * 100)}%`;
  if (seconds < 1 || share === 0) return `${bar} ${what}`;
  const { count, unit } = counted ?? { count: done, unit: '' };
  const rate = `${Math.round(count / seconds).toLocaleString('en-US')}${unit === '' ? '' : ` ${unit}`}/s`;
  const left = Math.ceil((seconds / share) * (1 - share));
  return `${bar} ${what}, ${rate}, ${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')} left`;
}
