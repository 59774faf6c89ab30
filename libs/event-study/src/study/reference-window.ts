import { adjustedPatell } from '../tests/adjusted-for-correlation';
import type { Figures, RankFigures } from '../tests/figures';
import { patell } from '../tests/patell';
import type { Sample } from '../tests/sample';
import { referenceTests, type ReferenceTests } from './reference-tests';

/** The whole event window of L days. */
export interface ReferenceWindow extends ReferenceTests {
  readonly L: number;
  readonly caar: number | null;
  readonly patellZSumSar: number | null;
  readonly patellZScar: number | null;
  readonly adjPatellZSumSar: number | null;
  readonly adjPatellZScar: number | null;
}

export function referenceWindow(sample: Sample, figures: Figures, ranks: RankFigures): ReferenceWindow {
  const { correlation, panel } = figures;
  const sumOfSars = patell(sample, figures, 'sumOfStandardised');
  const scar = patell(sample, figures, 'standardisedCar');
  return {
    L: sample.days,
    caar: sample.rawMoments.count === 0 ? null : sample.rawMoments.mean,
    ...{ patellZSumSar: sumOfSars.statistic, patellZScar: scar.statistic },
    adjPatellZSumSar: adjustedPatell(sumOfSars, correlation, panel.n).statistic,
    adjPatellZScar: adjustedPatell(scar, correlation, panel.n).statistic,
    ...referenceTests(sample, figures, ranks),
  };
}
