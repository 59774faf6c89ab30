/** How far a projection was behind at one moment; null where nobody could be asked. */
export interface LagSample {
  /** Milliseconds since the page was opened. */
  readonly at: number;
  readonly events: number | null;
  readonly seconds: number | null;
}

/** Milliseconds that are kept. */
const KEPT_MS = 10 * 60_000;
/** Asked every few seconds: what is further apart has a gap between. */
const GAP_MS = 15_000;

/** The history with one more sample; a stretch without answers shows as a gap, and what is old goes. */
export function withSample(history: readonly LagSample[], sample: LagSample): readonly LagSample[] {
  const last = history.at(-1);
  if (last !== undefined && sample.at <= last.at) return history;
  const gap =
    last !== undefined && sample.at - last.at > GAP_MS ? [{ at: last.at + 1, events: null, seconds: null }] : [];
  return [...history, ...gap, sample].filter(({ at }) => at >= sample.at - KEPT_MS);
}

/** Minutes and seconds: 83000 is 1:23. */
export function minutes(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
