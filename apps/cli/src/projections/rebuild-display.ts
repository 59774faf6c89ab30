import type { WriteStream } from 'node:tty';
import type { RebuildProgress } from '@streakline/projections';

const LINE_EVERY_MS = 5_000;
const BAR_CELLS = 24;
const phases = { loading: 'folding', sealing: 'making durable', catchingUp: 'catching up', done: 'done' } as const;

/** A rebuild's progress on standard error: one bar that is redrawn on a terminal, a plain line now and then elsewhere. */
export class RebuildDisplay {
  private shownAt = 0;
  private drawn = false;

  constructor(
    private readonly name: string,
    private readonly output: Pick<WriteStream, 'write'> & { readonly isTTY?: boolean; readonly columns?: number },
  ) {}

  show(progress: RebuildProgress): void {
    const line = `${this.name} version ${progress.version}: ${describe(progress)}`;
    if (this.output.isTTY) {
      // Longer than the terminal is wide, it would wrap and leave its rests behind.
      this.output.write(`\r\u001b[2K${line.slice(0, this.width - 1)}`);
      this.drawn = true;
    } else if (Date.now() - this.shownAt >= LINE_EVERY_MS) {
      this.shownAt = Date.now();
      this.output.write(`${line}\n`);
    }
  }

  /** Some terminals do not say how wide they are, or say 0. */
  private get width(): number {
    return this.output.columns ? this.output.columns : 80;
  }

  clear(): void {
    if (this.drawn) this.output.write('\r\u001b[2K');
    this.drawn = false;
  }
}

function describe({ phase, events, head, rate, etaSeconds }: RebuildProgress): string {
  if (phase !== 'loading') return phases[phase];
  const share = head === 0 ? 1 : Math.min(1, events / head);
  const full = Math.round(share * BAR_CELLS);
  const bar = `${'█'.repeat(full)}${'·'.repeat(BAR_CELLS - full)}`;
  const eta = etaSeconds === null ? '' : `, ${clock(etaSeconds)} left`;
  return `${bar} ${Math.floor(share * 100)}%, ${events.toLocaleString('en-US')} of ${head.toLocaleString('en-US')} events, ${rate.toLocaleString('en-US')}/s${eta}`;
}

function clock(seconds: number): string {
  const whole = Math.ceil(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
