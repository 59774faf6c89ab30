/** Lets a number of works run at a time; the others wait in the order in which they came. */
export class Limit {
  private readonly waiting: (() => void)[] = [];

  constructor(private free: number) {}

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free--;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await work();
    } finally {
      // The place goes on to the next, or back.
      const next = this.waiting.shift();
      if (next === undefined) this.free++;
      else next();
    }
  }
}
