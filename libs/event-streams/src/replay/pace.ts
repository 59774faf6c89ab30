/**
 * When a replay tells what: the time between two instants of the past, divided by `factor` (1: as it was; Infinity: at
 * once). Nights and weekends pass as they did. While it pauses no time passes. Instants are epoch milliseconds; `clock`
 * runs on, in milliseconds.
 */
export class Pace {
  private begun: { readonly at: number; readonly instant: number } | undefined;
  private pausedAt: number | undefined;
  private pausedFor = 0;

  constructor(
    readonly factor: number,
    private readonly clock: () => number = () => performance.now(),
  ) {}

  /** From here on the clock runs; what was known at `instant` is due now. */
  begin(instant: number): void {
    this.begun ??= { at: this.clock(), instant };
  }

  /** Milliseconds until what was known at an instant is due; not above zero where it is. Begins where nothing has. */
  dueIn(instant: number): number {
    this.begin(instant);
    if (this.factor === Infinity || this.begun === undefined) return 0;
    const { at, instant: first } = this.begun;
    return (instant - first) / this.factor - (this.now() - at - this.pausedFor);
  }

  pause(): void {
    this.pausedAt ??= this.clock();
  }

  resume(): void {
    if (this.pausedAt === undefined) return;
    this.pausedFor += this.clock() - this.pausedAt;
    this.pausedAt = undefined;
  }

  get isPaused(): boolean {
    return this.pausedAt !== undefined;
  }

  private now(): number {
    return this.pausedAt ?? this.clock();
  }
}
