import { useAnswer } from '../../api/answers';
import { useUrlState } from '../../api/url-state';
import { Answered } from '../../ui/answered';
import { Empty } from '../../ui/empty';
import { PageTitle } from '../../ui/page-title';
import { Panel } from '../../ui/panel';
import { draftOf } from './ask-fields';
import { AskForm, type Strategy } from './ask-form';
import styles from './backtests.module.css';
import { BacktestList } from './backtest-list';
import { askedOf } from './result';
import { TimelessNote } from './timeless-note';
import { useBacktest } from './use-backtest';

/** Runs of installed strategies: those that were asked for, and a form to ask for another. */
export default function BacktestsPage() {
  const strategies = useAnswer('/v1/strategies', {});
  return (
    <div className="stack">
      <PageTitle>Backtests</PageTitle>
      <p className="soft">
        A strategy is told what became known, at the instant at which it did, and orders; fills are made at the auctions
        that come after.
      </p>
      <TimelessNote />
      <Panel title="Ask for a run">
        <Answered query={strategies} what="the strategies">
          {({ data }) => <Asking installed={data} />}
        </Answered>
      </Panel>
      <Panel title="Runs">
        <BacktestList />
      </Panel>
    </div>
  );
}

function Asking({ installed }: { readonly installed: readonly Strategy[] }) {
  const usable = installed.filter(({ name }) => name !== null);
  const broken = installed.filter(({ problem }) => problem !== null);
  return (
    <>
      {usable.length === 0 ? <NoStrategies /> : <PrefilledForm strategies={usable} />}
      {broken.length > 0 && (
        <details>
          <summary>
            {broken.length === 1 ? 'One file' : `${broken.length} files`} of the folder cannot be loaded
          </summary>
          <ul className={styles.list}>
            {broken.map(({ file, problem }) => (
              <li key={file}>
                <code>{file}</code>: {problem}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** Filled in by the run that `again` names, where there is one. */
function PrefilledForm({ strategies }: { readonly strategies: readonly Strategy[] }) {
  const [again] = useUrlState('again');
  const before = useBacktest(again, again !== '');
  if (again === '') return <AskForm strategies={strategies} begin={{ strategy: '', draft: {} }} />;
  return (
    <Answered query={before} what="the run to ask for again">
      {(backtest) => {
        const asked = askedOf(backtest);
        return (
          <AskForm key={again} strategies={strategies} begin={{ strategy: asked.strategy, draft: draftOf(asked) }} />
        );
      }}
    </Answered>
  );
}

function NoStrategies() {
  return (
    <Empty>
      <p>
        No strategy is installed on this server, and no code comes over HTTP. Its operator names a folder of strategies:{' '}
        <code>streakline serve --strategies ./strategies</code>, or <code>STREAKLINE_STRATEGIES=./strategies</code> for
        the processes query and standalone. In a checkout, <code>examples/strategies</code> is one to begin with.
      </p>
    </Empty>
  );
}
