import { surpriseOf } from '@streakline/dossiers';
import type { EventTraits } from '../selection/event-traits';

/** (actual - expected) / |expected| of a metric; null where the announcement does not have both. */
export function surpriseIn({ measures }: EventTraits, metric: string): number | null {
  for (const measure of measures) {
    const surprise = measure.metric === metric ? surpriseOf(measure) : null;
    if (surprise !== null) return surprise;
  }
  return null;
}

/** A metric as announced: the actual figure, or the middle of the range. */
export function measureIn({ measures }: EventTraits, metric: string): number | null {
  const measure = measures.find((one) => one.metric === metric);
  if (measure === undefined) return null;
  return measure.actual ?? (measure.range === undefined ? null : (measure.range.low + measure.range.high) / 2);
}
