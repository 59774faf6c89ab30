import type { TestName } from '@streakline/event-study';

/** A test by its usual name, and where it comes from. */
export interface TestWords {
  readonly name: string;
  readonly paper: string;
  readonly kind: 'parametric' | 'rank or sign' | 'buy and hold';
}

export const testWords: Readonly<Record<TestName, TestWords>> = {
  crossSectional: { name: 'cross-sectional t', paper: 'Brown and Warner 1980', kind: 'parametric' },
  crudeDependence: { name: 'crude dependence t', paper: 'Brown and Warner 1980, 1985', kind: 'parametric' },
  patell: { name: 'Patell z', paper: 'Patell 1976', kind: 'parametric' },
  adjustedPatell: { name: 'adjusted Patell z', paper: 'Kolari and Pynnönen 2010', kind: 'parametric' },
  bmp: { name: 'BMP t', paper: 'Boehmer, Musumeci and Poulsen 1991', kind: 'parametric' },
  adjustedBmp: { name: 'adjusted BMP t', paper: 'Kolari and Pynnönen 2010', kind: 'parametric' },
  skewnessCorrected: {
    name: 'skewness-corrected t',
    paper: 'Hall 1992; Lyon, Barber and Tsai 1999',
    kind: 'parametric',
  },
  corradoRank: { name: 'Corrado rank', paper: 'Corrado 1989; Cowan 1992', kind: 'rank or sign' },
  corradoZivneyRank: { name: 'Corrado-Zivney rank', paper: 'Corrado and Zivney 1992', kind: 'rank or sign' },
  corradoZivneySign: { name: 'Corrado-Zivney sign', paper: 'Corrado and Zivney 1992', kind: 'rank or sign' },
  grankT: { name: 'GRANK-T', paper: 'Kolari and Pynnönen 2011', kind: 'rank or sign' },
  grankZ: { name: 'GRANK-Z', paper: 'Kolari and Pynnönen 2011', kind: 'rank or sign' },
  sign: { name: 'sign', paper: 'Dixon and Mood 1946; Brown and Warner 1980', kind: 'rank or sign' },
  generalisedSign: { name: 'generalised sign', paper: 'Cowan 1992', kind: 'rank or sign' },
  wilcoxon: { name: 'Wilcoxon signed rank', paper: 'Wilcoxon 1945', kind: 'rank or sign' },
  permutation: { name: 'permutation', paper: 'Nguyen and Wolf 2023; sign flips over events', kind: 'rank or sign' },
  bharCrossSectional: { name: 'BHAR t', paper: 'Barber and Lyon 1997', kind: 'buy and hold' },
  bharSkewnessCorrected: {
    name: 'BHAR skewness-corrected t',
    paper: 'Lyon, Barber and Tsai 1999',
    kind: 'buy and hold',
  },
};
