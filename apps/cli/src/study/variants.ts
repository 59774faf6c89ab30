import type { TestVariants } from '@streakline/event-study';

/** Choices among the variants of tests, as the command line names them. */
export interface VariantOptions {
  readonly patellWindow: 'scar' | 'sum-sar';
  readonly crudeDependence: 't-1' | 't-2';
  readonly bmp: 't' | 'normal';
  /** Without a choice: by the estimation windows on files, by the event windows on the store. */
  readonly crossCorrelation?: 'estimation-overlap' | 'event-overlap';
}

export function variantsOf(options: VariantOptions, defaultPairing: TestVariants['crossCorrelation']): TestVariants {
  return {
    patellWindow: options.patellWindow === 'scar' ? 'standardisedCar' : 'sumOfStandardised',
    crudeDependenceDivisor: options.crudeDependence === 't-1' ? 'T-1' : 'T-2',
    bmpDistribution: options.bmp,
    crossCorrelation: options.crossCorrelation ? pairings[options.crossCorrelation] : defaultPairing,
  };
}

const pairings = { 'estimation-overlap': 'estimationOverlap', 'event-overlap': 'eventOverlap' } as const;
