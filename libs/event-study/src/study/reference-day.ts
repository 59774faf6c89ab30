import { rankTests, sampleTests } from '../tests/all-tests';
import { bmp } from '../tests/bmp';
import type { Figures, RankFigures } from '../tests/figures';
import type { Sample } from '../tests/sample';
import { referenceTests, type ReferenceTests } from './reference-tests';

/** A day of the event window; `dayIndex` counts from its first. */
export interface ReferenceDay extends ReferenceTests {
  readonly dayIndex: number;
  readonly n: number;
  readonly aar: number | null;
  readonly patellZ: number | null;
  readonly patellP: number | null;
  readonly adjPatellZ: number | null;
  readonly bmpPZ: number | null;
  readonly rankCzZ: number | null;
  readonly corradoSignZ: number | null;
}

export function referenceDay(sample: Sample, figures: Figures, ranks: RankFigures): ReferenceDay {
  const { count: n, mean } = sample.rawMoments;
  const patell = sampleTests.patell(sample, figures);
  return {
    ...{ dayIndex: sample.firstDay, n, aar: n === 0 ? null : mean },
    ...{ patellZ: patell.statistic, patellP: patell.pValue },
    adjPatellZ: sampleTests.adjustedPatell(sample, figures).statistic,
    bmpPZ: bmp(sample.standardisedMoments, 'normal').pValue,
    rankCzZ: rankTests.corradoZivneyRank(sample, figures, ranks).statistic,
    corradoSignZ: rankTests.corradoZivneySign(sample, figures, ranks).statistic,
    ...referenceTests(sample, figures, ranks),
  };
}
