/** One line of a benchmark's report: ours beside the most that could be had, measured in the same run. */
export interface BenchRow {
  readonly what: string;
  /** Of `ours` and `ceiling`, for example `events/s` or `ms`. */
  readonly unit: string;
  readonly ours: number;
  /** The same work by COPY or by a minimal loop on raw pg; null where nothing comparable exists. */
  readonly ceiling: number | null;
  /** Ours over the ceiling, where the rounds were paired: the median of their ratios. Left out, the ratio of the figures. */
  readonly ratio?: number;
  /** What it should reach, in words. */
  readonly target?: string;
  readonly note?: string;
}

export interface BenchContext {
  /** Makes an empty database on the run's durable PostgreSQL; dropped at the end. */
  readonly createDatabase: () => Promise<string>;
  /** Progress, for people. */
  readonly log: (line: string) => void;
}

/** A benchmark: a file `bench/<name>.bench.ts` that exports it as `bench`. */
export interface Bench {
  readonly name: string;
  run(context: BenchContext): Promise<readonly BenchRow[]>;
}
