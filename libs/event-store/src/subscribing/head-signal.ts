/** How far the store is known to be, and a way to wait for more. It only ever hints: readers ask the store. */
export class HeadSignal {
  private head = 0;
  private readonly waiting = new Set<() => void>();

  advance(position: number): void {
    if (position <= this.head) return;
    this.head = position;
    this.wakeAll();
  }

  /** Wakes everybody, whatever they wait for. */
  wakeAll(): void {
    const woken = [...this.waiting];
    this.waiting.clear();
    for (const wake of woken) wake();
  }

  /** Resolves when the head is said to be past `position`, when all are woken, or after `timeout` milliseconds. */
  waitBeyond(position: number, timeout: number): Promise<void> {
    if (this.head > position) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, timeout);
      this.waiting.add(wake);
    });
  }
}
