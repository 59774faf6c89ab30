import type { WriteStream } from 'node:tty';

const EVERY_MS = { terminal: 200, elsewhere: 5_000 };

export interface ReplayProgress {
  readonly records: number;
  /** Epoch milliseconds: what is told now was known then. */
  readonly instant: number;
}

/** How far a replay is, on standard error: a line drawn anew on a terminal, a plain one now and then elsewhere. */
export class ReplayDisplay {
  private readonly begun = performance.now();
  private shownAt = -Infinity;
  private drawn = false;

  constructor(
    private readonly range: { readonly from: number; readonly to: number },
    private readonly output: Pick<WriteStream, 'write'> & { readonly isTTY?: boolean; readonly columns?: number },
  ) {}

  show(progress: ReplayProgress): void {
    const now = performance.now();
    if (now - this.shownAt < (this.output.isTTY ? EVERY_MS.terminal : EVERY_MS.elsewhere)) return;
    const first = this.shownAt === -Infinity;
    this.shownAt = now;
    if (this.output.isTTY) {
      this.output.write(`\r\u001b[2K${this.lineOf(progress).slice(0, (this.output.columns || 80) - 1)}`);
      this.drawn = true;
    } else if (!first) this.output.write(`${this.lineOf(progress)}\n`);
  }

  /** A line of its own. */
  say(line: string): void {
    this.clear();
    this.output.write(`streakline: ${line}\n`);
  }

  clear(): void {
    if (this.drawn) this.output.write('\r\u001b[2K');
    this.drawn = false;
  }

  private lineOf({ records, instant }: ReplayProgress): string {
    const { from, to } = this.range;
    const share = to > from ? Math.min(1, Math.max(0, (instant - from) / (to - from))) : 1;
    const rate = Math.round((records / Math.max(1, performance.now() - this.begun)) * 1000);
    return `${new Date(instant).toISOString()} ${Math.floor(share * 100)}%, ${records.toLocaleString('en-US')} records, ${rate.toLocaleString('en-US')}/s`;
  }
}

/** A time in words, from milliseconds. */
export function duration(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  const [days, hours, minutes] = [
    Math.floor(seconds / 86_400),
    Math.floor(seconds / 3600) % 24,
    Math.floor(seconds / 60) % 60,
  ];
  if (days > 0) return `${days} d ${hours} h`;
  if (hours > 0) return `${hours} h ${minutes} min`;
  return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
}
