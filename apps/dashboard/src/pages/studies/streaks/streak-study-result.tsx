import { Empty } from '../../../ui/empty';
import { Panel } from '../../../ui/panel';
import { plural, whole } from '../../../words/numbers';
import type { StreakResult, StreakStudy } from '../form/study-types';
import { Cite } from '../result/cite';
import { StreakDownloads } from '../result/downloads';
import styles from '../studies.module.css';
import { primarySentences } from '../words/verdict';
import { ComparisonsPanel } from './comparisons-panel';
import { LengthsPanel } from './lengths-panel';
import { RelationsPanel } from './relations-panel';
import { StreakEventsPanel, StreakLeftOutPanel } from './streak-rows';

interface Props {
  readonly study: StreakStudy;
  readonly result: StreakResult;
}

/** What a streak study says: the comparison that it is about, then all the others. */
export function StreakStudyResult({ study, result }: Props) {
  const used = result.announcements;
  return (
    <>
      <Panel title="What it says">
        {used === 0 && <Empty>Every reaction was left out. The reasons stand below.</Empty>}
        <div className={styles.verdict}>
          {primarySentences(result.primary).map((sentence, index) => (
            <p key={sentence} className={index === 0 ? styles.lead : undefined}>
              {sentence}
            </p>
          ))}
        </div>
        <p className="soft">
          {plural(used, 'day 0', 'day 0s')} of {plural(result.instruments, 'instrument')} take part, held against{' '}
          {whole(result.baseSessions)} sessions outside of every announcement, over {plural(result.months, 'month')}.
          {result.matchedAcrossInstruments > 0 &&
            ` Held against sessions of all instruments, as their own has too few: ${whole(result.matchedAcrossInstruments)}.`}
          {result.unmatched > 0 &&
            ` Without their like among ordinary sessions, and so in no comparison: ${whole(result.unmatched)}.`}
        </p>
      </Panel>
      <ComparisonsPanel result={result} />
      <LengthsPanel id={study.id} result={result} />
      <RelationsPanel result={result} />
      <StreakLeftOutPanel id={study.id} result={result} />
      <StreakEventsPanel id={study.id} total={result.selected - leftOutCount(result)} />
      <div className={styles.pair}>
        <StreakDownloads id={study.id} />
        <Cite study={study} kind="streak" />
      </div>
    </>
  );
}

function leftOutCount({ leftOut }: StreakResult): number {
  return Object.values(leftOut).reduce((sum, count) => sum + count, 0);
}
