/** How far a rebuild is. */
export interface RebuildProgress {
  readonly phase: 'loading' | 'sealing' | 'catchingUp' | 'done';
  readonly version: number;
  /** Events folded so far (each counted under the first of its keys). */
  readonly events: number;
  /** Events a second so far. */
  readonly rate: number;
  /** Events to load. */
  readonly head: number;
  /** About how long the rest will take; null while nobody can know. */
  readonly etaSeconds: number | null;
}

const REPORT_EVERY_MS = 200;

/** Counts events and tells, a few times a second, how far it is. */
export class ProgressMeter {
  private readonly began = performance.now();
  private reported = 0;
  events = 0;

  constructor(
    private readonly of: { readonly version: number; readonly head: number },
    private readonly report: (progress: RebuildProgress) => void | Promise<void>,
  ) {}

  add(events: number): void | Promise<void> {
    this.events += events;
    const now = performance.now();
    if (now - this.reported < REPORT_EVERY_MS) return;
    this.reported = now;
    return this.tell('loading');
  }

  tell(phase: RebuildProgress['phase']): void | Promise<void> {
    const seconds = (performance.now() - this.began) / 1000;
    const rate = seconds === 0 ? 0 : this.events / seconds;
    const { version, head } = this.of;
    const etaSeconds = rate === 0 ? null : Math.max(0, head - this.events) / rate;
    return this.report({ phase, version, head, events: this.events, rate: Math.round(rate), etaSeconds });
  }
}
