/** Wakes one sleeper. A ring while nobody sleeps is kept for the next sleep, so that none falls between a look and a sleep. */
export class Alarm {
  private rung = false;
  private wake: () => void = () => undefined;

  readonly ring = (): void => {
    this.rung = true;
    this.wake();
  };

  /** Resolves with the next ring, or after a while. */
  async sleep(ms: number): Promise<void> {
    if (!this.rung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.wake = () => undefined;
    this.rung = false;
  }
}
