import { useAnswer } from '../../../api/answers';
import { Answered } from '../../../ui/answered';
import { Empty } from '../../../ui/empty';
import { Evidence } from '../../../ui/evidence';
import { Panel } from '../../../ui/panel';
import { frequencyOf } from './frequency';
import styles from './streaks.module.css';
import type { Instrument, StreakRow } from '../tape/rows';

interface Props {
  readonly instrument: Instrument;
  readonly streaks: readonly StreakRow[];
  readonly minLength: number;
}

/** How rare its streaks are, in words. */
export function StatisticsPanel({ instrument, streaks, minLength }: Props) {
  const { id } = instrument;
  const query = useAnswer('/v1/instruments/{ref}/streak-statistics', { path: { ref: id } });
  return (
    <Panel
      title="How rare are they?"
      aside={<Evidence href={`/v1/instruments/${id}/streak-statistics`}>evidence</Evidence>}
    >
      <Answered query={query} what="the statistics of streaks">
        {({ runs: told, sessions }) => {
          // A run of one session is no streak, and as rare as rain.
          const runs = told.filter(({ length }) => length > 1).toSorted((a, b) => b.length - a.length);
          return runs.length === 0 ? (
            <Empty>There is no streak yet.</Empty>
          ) : (
            <ul className={styles.told}>
              {runs.map(({ start, end, direction, length, sentence, chancesSentence }) => (
                <li key={`${start} ${end}`}>
                  <strong>{sentence}</strong>
                  {length >= minLength && <span>{frequencyOf({ direction, length }, streaks, sessions)}</span>}
                  <span className="soft">{chancesSentence}</span>
                </li>
              ))}
            </ul>
          );
        }}
      </Answered>
    </Panel>
  );
}
