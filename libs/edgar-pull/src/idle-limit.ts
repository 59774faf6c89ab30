/** Aborts when nothing happens for too long, or when the pull ends. */
export class IdleLimit {
  private readonly own = new AbortController();
  private timer: NodeJS.Timeout;
  ran = false;

  constructor(
    private readonly ms: number,
    outer: AbortSignal,
  ) {
    this.timer = this.start();
    this.signal = AbortSignal.any([this.own.signal, outer]);
  }

  readonly signal: AbortSignal;

  again(): void {
    clearTimeout(this.timer);
    this.timer = this.start();
  }

  end(): void {
    clearTimeout(this.timer);
  }

  private start(): NodeJS.Timeout {
    return setTimeout(() => {
      this.ran = true;
      this.own.abort();
    }, this.ms);
  }
}
