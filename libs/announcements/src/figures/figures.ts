import type { Measure } from '@streakline/events';
import type { FiguresSaid } from './measure-faults';

/** Figures as events carry them: what is not there has no field. */
export interface Figures {
  readonly period?: string;
  readonly measures?: Measure[];
}

export function figuresOf({ period, measures = [] }: FiguresSaid): Figures {
  return {
    ...(period === undefined ? {} : { period }),
    ...(measures.length === 0 ? {} : { measures: [...measures] }),
  };
}
