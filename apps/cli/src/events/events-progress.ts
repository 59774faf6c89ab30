const BAR_CELLS = 24;
const EVERY_MS = 100;

type Output = Pick<NodeJS.WriteStream, 'write'> & { readonly isTTY?: boolean };

/** How far an export or an import is: one line with rate and time left, drawn anew on a terminal, and nothing elsewhere. */
export class EventsProgress {
  private began = 0;
  private phase = '';
  private shownAt = 0;
  private drawn = false;

  constructor(
    private readonly output: Output,
    private readonly now: () => number = () => performance.now(),
  ) {}

  show(phase: string, done: number, total: number): void {
    const now = this.now();
    // Each phase has a pace of its own.
    if (phase !== this.phase) [this.phase, this.began, this.shownAt] = [phase, now, -Infinity];
    if (!this.output.isTTY || now - this.shownAt < EVERY_MS) return;
    this.shownAt = now;
    this.drawn = true;
    this.output.write(`\r\u001b[2K${lineOf(phase, done, total, (now - this.began) / 1_000)}`);
  }

  clear(): void {
    if (this.drawn) this.output.write('\r\u001b[2K');
    this.drawn = false;
  }
}

function lineOf(phase: string, done: number, total: number, seconds: number): string {
  const share = Math.min(1, done / total);
  const full = Math.round(share * BAR_CELLS);
  const bar = `${'█'.repeat(full)}${'·'.repeat(BAR_CELLS - full)} ${Math.floor(share * 100)}%`;
  const counts = `${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} events`;
  if (seconds < 1) return `${bar} ${phase}, ${counts}`;
  const rate = done / seconds;
  const left = Math.ceil((total - done) / rate);
  return `${bar} ${phase}, ${counts}, ${Math.round(rate).toLocaleString('en-US')}/s, ${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')} left`;
}
