/** Instants with the instrument that each is about: the least comes first. A binary heap in two parallel arrays. */
export class InstantHeap {
  private readonly instants: number[] = [];
  private readonly indexes: number[] = [];

  /** Infinity where it is empty. */
  get least(): number {
    return this.instants[0] ?? Infinity;
  }

  push(at: number, index: number): void {
    let place = this.instants.length;
    this.instants.push(at);
    this.indexes.push(index);
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (this.instants[parent]! <= this.instants[place]!) return;
      this.swap(parent, place);
      place = parent;
    }
  }

  /** Takes out the index of the least instant. */
  pop(): number {
    const [index] = this.indexes;
    if (index === undefined) throw new Error('An empty heap has nothing to take out.');
    const last = this.instants.length - 1;
    this.swap(0, last);
    this.instants.pop();
    this.indexes.pop();
    this.sink();
    return index;
  }

  private sink(): void {
    const { instants } = this;
    for (let place = 0; ;) {
      const left = 2 * place + 1;
      if (left >= instants.length) return;
      const right = left + 1;
      const child = right < instants.length && instants[right]! < instants[left]! ? right : left;
      if (instants[place]! <= instants[child]!) return;
      this.swap(place, child);
      place = child;
    }
  }

  private swap(a: number, b: number): void {
    [this.instants[a], this.instants[b]] = [this.instants[b]!, this.instants[a]!];
    [this.indexes[a], this.indexes[b]] = [this.indexes[b]!, this.indexes[a]!];
  }
}
