import { rankTests, sampleTests } from '../tests/all-tests';
import { bmp } from '../tests/bmp';
import { crudeDependence } from '../tests/crude-dependence';
import type { Figures, RankFigures } from '../tests/figures';
import type { Sample } from '../tests/sample';
import { positiveAmong } from '../tests/sign';
import { skewnessOf } from '../tests/skewness-corrected';
import { signedRanksOf } from '../tests/wilcoxon';

/** What days and windows of the reference form have in common. */
export interface ReferenceTests {
  readonly csectT: number | null;
  readonly csectP: number | null;
  readonly cdaTDdof1: number | null;
  readonly cdaTDdof2: number | null;
  readonly bmpT: number | null;
  readonly bmpPT: number | null;
  readonly adjBmpT: number | null;
  readonly skewT: number | null;
  readonly skewness: number | null;
  readonly pos: number;
  readonly signZ: number | null;
  readonly gsignZ: number | null;
  readonly wilcoxon: {
    readonly W: number;
    readonly n: number;
    readonly z: number | null;
    readonly pNormal: number | null;
    readonly pExact: number | null;
  };
  readonly rankZ: number | null;
  readonly grankT: number | null;
  readonly grankTDf: number | null;
  readonly grankP: number | null;
  readonly grankZ: number | null;
  readonly grankZP: number | null;
}

export function referenceTests(sample: Sample, figures: Figures, ranks: RankFigures): ReferenceTests {
  const csect = sampleTests.crossSectional(sample, figures);
  const studentised = bmp(sample.standardisedMoments, 't');
  const skewness = skewnessOf(sample.rawMoments);
  const signedRanks = signedRanksOf(sample.raw);
  const grankT = rankTests.grankT(sample, figures, ranks);
  const grankZ = rankTests.grankZ(sample, figures, ranks);
  return {
    ...{ csectT: csect.statistic, csectP: csect.pValue },
    cdaTDdof1: crudeDependence(sample, figures.crude, 'T-1').statistic,
    cdaTDdof2: crudeDependence(sample, figures.crude, 'T-2').statistic,
    ...{ bmpT: studentised.statistic, bmpPT: studentised.pValue },
    adjBmpT: sampleTests.adjustedBmp(sample, figures).statistic,
    skewT: sampleTests.skewnessCorrected(sample, figures).statistic,
    skewness: Number.isFinite(skewness) ? skewness : null,
    pos: positiveAmong(sample.raw),
    signZ: sampleTests.sign(sample, figures).statistic,
    gsignZ: sampleTests.generalisedSign(sample, figures).statistic,
    wilcoxon: {
      ...{ W: signedRanks.positiveSum, n: signedRanks.n, z: signedRanks.z },
      ...{ pNormal: signedRanks.normalP, pExact: signedRanks.exactP },
    },
    rankZ: rankTests.corradoRank(sample, figures, ranks).statistic,
    ...{ grankT: grankT.statistic, grankTDf: figures.panel.estimationDays - 1, grankP: grankT.pValue },
    ...{ grankZ: grankZ.statistic, grankZP: grankZ.pValue },
  };
}
