interface Waiting {
  readonly position: number;
  readonly settle: (reached: boolean) => void;
}

/** A position that grows, unless it is set anew, and those who wait for it. */
export class PositionGate {
  private readonly waiting = new Set<Waiting>();
  private reached = 0;

  get position(): number {
    return this.reached;
  }

  /** Whether anybody waits. */
  get isAwaited(): boolean {
    return this.waiting.size > 0;
  }

  /** Where it is of another version, or of one whose rows were lost: it may be lower than before. */
  restartAt(position: number): void {
    this.reached = 0;
    this.moveTo(position);
  }

  moveTo(position: number): void {
    this.reached = Math.max(this.reached, position);
    for (const one of [...this.waiting]) if (one.position <= this.reached) one.settle(true);
  }

  /** True once `position` is reached, false when the time is over or the gate closes. */
  waitUntil(position: number, timeoutMs: number): Promise<boolean> {
    if (position <= this.reached) return Promise.resolve(true);
    return new Promise((resolve) => {
      const timer = setTimeout(() => one.settle(false), timeoutMs);
      const one: Waiting = {
        position,
        settle: (reached) => {
          clearTimeout(timer);
          this.waiting.delete(one);
          resolve(reached);
        },
      };
      this.waiting.add(one);
    });
  }

  /** Turns away all who wait. */
  close(): void {
    for (const one of [...this.waiting]) one.settle(false);
  }
}
