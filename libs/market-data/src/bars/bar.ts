/** The figures of one session; prices and volume (shares) on one basis. Absent: not known. */
export interface Bar {
  readonly open?: number | undefined;
  readonly high?: number | undefined;
  readonly low?: number | undefined;
  readonly close: number;
  readonly volume?: number | undefined;
}

/** Prices are adjusted for the splits with exDate up to and with this date; null: raw, as traded. */
export type Basis = string | null;

/** A bar on record: the one that stands for its session at present. */
export interface KnownBar extends Bar {
  readonly session: string;
  readonly basisAsOf: Basis;
  /** Epoch milliseconds; null: at its session's close. */
  readonly knownAt: number | null;
  /** Of the event that said it. */
  readonly position: number;
}

export const barFields = ['open', 'high', 'low', 'close', 'volume'] as const;
export type BarField = (typeof barFields)[number];
