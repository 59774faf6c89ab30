import type { Timed } from '@streakline/dossiers';

/** Reads what changes over time at instants that only grow: reads again when it may have changed. */
export class TimedReader<Value> {
  private next = 0;
  private value: Value | undefined;

  constructor(
    private readonly timed: Timed<Value>,
    private readonly whenNever: Value,
  ) {}

  at(now: number): Value {
    const { instants } = this.timed;
    if (instants.length === 0) return this.whenNever;
    let next = this.next;
    while (next < instants.length && instants[next]! <= now) next++;
    if (this.value === undefined || next !== this.next) {
      this.next = next;
      this.value = this.timed.at(now);
    }
    return this.value;
  }
}
