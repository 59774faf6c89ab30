import type { Measure } from '@streakline/events';

/** What tells the measures of one act apart; `period` is that of the act, which a measure need not repeat. */
export function measureKey(measure: Measure, period: string | undefined): string {
  return JSON.stringify([measure.metric, measure.basis ?? null, measure.period ?? period ?? null]);
}
