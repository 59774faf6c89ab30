const FIRST = 64;
const TARGET_BYTES = 4 * 1024 * 1024;

/** How many events to ask for next: as many as make some megabytes, judged by those before; an event may be 100 bytes or 200 kB. */
export class PageSize {
  private size: number;

  constructor(private readonly most: number) {
    this.size = Math.min(FIRST, most);
  }

  get current(): number {
    return this.size;
  }

  learn(events: number, bytes: number): void {
    if (events < this.size && bytes <= TARGET_BYTES) return;
    const fitting = Math.floor((events * TARGET_BYTES) / Math.max(bytes, 1));
    this.size = Math.max(1, Math.min(this.most, this.size * 4, fitting));
  }
}
