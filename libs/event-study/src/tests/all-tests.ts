import type { TestName, TestResult } from '../study/study-result';
import { adjustedBmp, adjustedPatell } from './adjusted-for-correlation';
import { bmp } from './bmp';
import { corradoRank } from './corrado-rank';
import { corradoZivney } from './corrado-zivney';
import { crossSectional } from './cross-sectional';
import { crudeDependence } from './crude-dependence';
import type { Figures, RankFigures } from './figures';
import { grankT, grankZ } from './generalised-rank';
import { patell } from './patell';
import type { Sample } from './sample';
import { generalisedSign, positiveAmong, sign } from './sign';
import { skewnessCorrected } from './skewness-corrected';
import { signedRanksOf, wilcoxon } from './wilcoxon';

type RankTestName = 'corradoRank' | 'corradoZivneyRank' | 'corradoZivneySign' | 'grankT' | 'grankZ';
/** Made of many draws, or of other returns than the sample's. */
type OtherTestName = 'permutation' | 'bharCrossSectional' | 'bharSkewnessCorrected';
type SampleTestName = Exclude<TestName, RankTestName | OtherTestName>;

/** The tests that a sample and the study's figures decide. */
export const sampleTests: Readonly<Record<SampleTestName, (sample: Sample, figures: Figures) => TestResult>> = {
  crossSectional: ({ rawMoments }) => crossSectional(rawMoments),
  crudeDependence: (sample, { crude, variants }) => crudeDependence(sample, crude, variants.crudeDependenceDivisor),
  patell: (sample, figures) => patell(sample, figures, figures.variants.patellWindow),
  adjustedPatell: (sample, figures) =>
    adjustedPatell(patell(sample, figures, figures.variants.patellWindow), figures.correlation, figures.panel.n),
  bmp: ({ standardisedMoments }, { variants }) => bmp(standardisedMoments, variants.bmpDistribution),
  adjustedBmp: ({ standardisedMoments }, { variants, correlation, panel }) =>
    adjustedBmp(bmp(standardisedMoments, variants.bmpDistribution), correlation, panel.n),
  skewnessCorrected: ({ rawMoments }) => skewnessCorrected(rawMoments),
  sign: ({ raw }) => sign(positiveAmong(raw), raw.length),
  generalisedSign: ({ raw }, { positiveShare }) => generalisedSign(positiveAmong(raw), raw.length, positiveShare),
  wilcoxon: ({ raw }) => wilcoxon(signedRanksOf(raw), raw.length),
};

/** The tests that also need every event's days ranked. */
export const rankTests: Readonly<
  Record<RankTestName, (sample: Sample, figures: Figures, ranks: RankFigures) => TestResult>
> = {
  corradoRank: (sample, _, { scores, corrado, firstEventDay }) =>
    corradoRank(sample, scores, { deviation: corrado, firstEventDay }),
  corradoZivneyRank: (sample, _, { scores, zivneyRank, firstEventDay }) =>
    corradoZivney('ranks', sample, scores, { deviation: zivneyRank, firstEventDay }),
  corradoZivneySign: (sample, _, { scores, zivneySign, firstEventDay }) =>
    corradoZivney('signs', sample, scores, { deviation: zivneySign, firstEventDay }),
  grankT: (sample, { panel }, { generalised }) => grankT(sample, generalised, panel),
  grankZ: (sample, _, { generalised }) => grankZ(sample, generalised),
};

export function isSampleTest(test: TestName): test is SampleTestName {
  return test in sampleTests;
}

export function isRankTest(test: TestName): test is RankTestName {
  return test in rankTests;
}
