import { surpriseOf } from '@streakline/dossiers';
import type { EventTraits } from '../selection/event-traits';

/** Which figure of a metric is meant. */
export interface FigureChoice {
  readonly metric: string;
  /** Left out: whatever basis the only one has. */
  readonly basis?: string | undefined;
  /** Left out: the announcement's own, which is that of a measure without one. */
  readonly period?: string | undefined;
}

export type FoundFigure =
  { readonly found: 'one'; readonly measure: EventTraits['measures'][number] } | { readonly found: 'none' | 'several' };

/** The one figure of an announcement that is meant. Of several it is none: which of two bases comes first says nothing. */
export function figureIn({ measures, period: own }: EventTraits, { metric, basis, period }: FigureChoice): FoundFigure {
  const meant = measures.filter(
    (one) =>
      one.metric === metric &&
      (basis === undefined || one.basis === basis) &&
      (one.period ?? own ?? undefined) === (period ?? own ?? undefined),
  );
  const [measure] = meant;
  if (measure === undefined) return { found: 'none' };
  return meant.length === 1 ? { found: 'one', measure } : { found: 'several' };
}

/** (actual - expected) / |expected| of the figure that is meant; null where the announcement does not have both, or several. */
export function surpriseIn(traits: EventTraits, choice: FigureChoice): number | null {
  const figure = figureIn(traits, choice);
  return figure.found === 'one' ? surpriseOf(figure.measure) : null;
}

/** The figure that is meant as announced: the actual one, or the middle of the range. */
export function measureIn(traits: EventTraits, choice: FigureChoice): number | null {
  const figure = figureIn(traits, choice);
  if (figure.found !== 'one') return null;
  const { actual, range } = figure.measure;
  return actual ?? (range === undefined ? null : range.low + (range.high - range.low) / 2);
}
