import type { ReturnSeries } from '../series/return-series';
import { type MetricName, metricNames, type Performance } from './performance';

/** A checked series with what annualises it. */
export interface Measured extends ReturnSeries {
  readonly periodsAYear: number;
  /** Of one period, a fraction. */
  readonly riskFree: number;
}

/** Figures as they are found. What is not finite becomes null: it never leaves without a reason. */
export class Figures {
  private readonly found = new Map<MetricName, number | null>();
  private readonly missing = new Map<MetricName, string>();

  set(name: MetricName, value: number, otherwise = 'it has no finite value for these returns'): void {
    if (Number.isFinite(value)) this.found.set(name, value);
    else this.lack([name], otherwise);
  }

  lack(names: readonly MetricName[], reason: string): void {
    for (const name of names) {
      this.found.set(name, null);
      this.missing.set(name, reason);
    }
  }

  get(name: MetricName): number | null {
    return this.found.get(name) ?? null;
  }

  answer(): Pick<Performance, 'metrics' | 'missing'> {
    const value = (name: MetricName) => this.found.get(name) ?? null;
    return {
      metrics: Object.fromEntries(metricNames.map((name) => [name, value(name)])) as Performance['metrics'],
      missing: Object.fromEntries(this.missing),
    };
  }
}
