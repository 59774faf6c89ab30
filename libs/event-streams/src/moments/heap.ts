/** The least of many, again and again: a binary heap (Williams 1964). */
export class Heap<Item> {
  private readonly items: Item[] = [];

  constructor(private readonly compare: (a: Item, b: Item) => number) {}

  get least(): Item | undefined {
    return this.items[0];
  }

  add(item: Item): void {
    this.items.push(item);
    let at = this.items.length - 1;
    while (at > 0) {
      const parent = (at - 1) >>> 1;
      if (this.compare(this.items[parent]!, item) <= 0) break;
      this.items[at] = this.items[parent]!;
      at = parent;
    }
    this.items[at] = item;
  }

  /** To be called when the least has become greater. */
  settle(): void {
    if (this.items.length > 0) this.sink(this.items[0]!);
  }

  removeLeast(): void {
    const last = this.items.pop();
    if (last !== undefined && this.items.length > 0) this.sink(last);
  }

  private sink(item: Item): void {
    const { items } = this;
    let at = 0;
    for (let child = 1; child < items.length; child = 2 * at + 1) {
      if (child + 1 < items.length && this.compare(items[child + 1]!, items[child]!) < 0) child += 1;
      if (this.compare(item, items[child]!) <= 0) break;
      items[at] = items[child]!;
      at = child;
    }
    items[at] = item;
  }
}
