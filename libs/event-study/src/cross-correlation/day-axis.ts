import type { Stepwise } from '../study/progress';

/** One axis of all days that any of the spans has: a day's place is how many of them come before it. */
export class DayAxis {
  private readonly firstDay: number;
  private readonly places: Int32Array;

  private constructor(firstDay: number, lastDay: number) {
    this.firstDay = firstDay;
    this.places = new Int32Array(Math.max(0, lastDay - firstDay + 1));
  }

  /** Of spans of days since 1970-01-01, each ascending. */
  static *of(spans: readonly Int32Array[]): Stepwise<DayAxis> {
    let [first, last] = [Infinity, -Infinity];
    for (const span of spans) {
      if (span.length === 0) continue;
      first = Math.min(first, span[0]!);
      last = Math.max(last, span[span.length - 1]!);
    }
    const axis = new DayAxis(first, last);
    for (const [i, span] of spans.entries()) {
      if (i % SPANS_A_STEP === 0) yield { phase: 'calendar', done: i, total: spans.length };
      axis.mark(span);
    }
    axis.number();
    return axis;
  }

  /** Of a day that one of the spans has. */
  placeOf(day: number): number {
    return this.places[day - this.firstDay]!;
  }

  private mark(span: Int32Array): void {
    for (let i = 0; i < span.length; i++) this.places[span[i]! - this.firstDay] = 1;
  }

  private number(): void {
    let before = 0;
    for (let day = 0; day < this.places.length; day++) {
      const had = this.places[day]!;
      this.places[day] = before;
      before += had;
    }
  }
}

const SPANS_A_STEP = 4_096;
