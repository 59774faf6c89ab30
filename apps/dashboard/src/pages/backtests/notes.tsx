import { Panel } from '../../ui/panel';
import { percent, plural, whole } from '../../words/numbers';
import styles from './backtests.module.css';
import type { RunResult } from './result';

/** What a reader of the figures must know of them: the engine's warnings, the data's, and who survived. */
export function Notes({ result }: { readonly result: RunResult }) {
  const { warnings } = result.backtest;
  const found = result.data?.findings ?? [];
  return (
    <Panel title="What to know of these figures">
      {warnings.length > 0 && (
        <ul className={styles.list} aria-label="Warnings">
          {warnings.map((warning) => (
            <li key={warning}>
              <strong>Warning.</strong> {warning}
            </li>
          ))}
        </ul>
      )}
      <ul className={styles.list}>
        {survivalOf(result).map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      {found.length > 0 && (
        <details>
          <summary>{plural(found.length + (result.data?.more ?? 0), 'finding')} about the data</summary>
          <ul className={styles.list}>
            {found.map(({ ref, position, severity, message }) => (
              <li key={`${position} ${ref}`}>
                {severity === 'error' ? <strong>Error: the run may see the future. </strong> : null}
                {ref}, event {position}: {message}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  );
}

function survivalOf({ backtest: { universe, counts }, data }: RunResult): readonly string[] {
  const { traded, tradingAtStart, tradingAtEnd, delisted } = universe;
  const late = data?.lateness;
  return [
    `Of ${plural(traded, 'instrument')} that traded, ${whole(tradingAtStart)} did at the start and ${whole(tradingAtEnd)} still trade at the end; delisted meanwhile: ${whole(delisted)}. A universe whose members all survive is one that was chosen afterwards.`,
    `${plural(counts.bars, 'bar')} and ${plural(counts.announcements, 'announcement')} were replayed.`,
    ...(late === undefined || late.share === null || late.share === 0
      ? []
      : [
          `${percent(late.share, 0).replace('+', '')} of the facts were recorded more than ${late.afterDays} days after they were public: of those the log alone vouches for the moment.`,
        ]),
  ];
}
