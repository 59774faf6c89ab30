import { useEffect } from 'react';
import { usePages } from '../../api/answers';
import { useUrlState } from '../../api/url-state';
import { Answered } from '../../ui/answered';
import { type Column, DataTable } from '../../ui/data-table';
import { Empty } from '../../ui/empty';
import { Link } from '../../ui/link';
import { day, shortInstant } from '../../words/times';
import { whole } from '../../words/numbers';
import styles from './backtests.module.css';
import { type BacktestSummary, askedOf, isUnderWay, valuesText } from './result';
import { RunProgress } from './run-progress';
import { StateBadge } from './state-badge';
import { LOOK_EVERY } from './use-backtest';

/** Runs, newest first; two of them can be chosen to stand side by side. */
export function BacktestList() {
  const runs = usePages('/v1/backtests', { query: { limit: 25 } });
  const [chosen, setChosen] = useUrlState('chosen');
  const ids = chosen === '' ? [] : chosen.split(',');
  const rows = runs.data?.pages.flatMap(({ data }) => data) ?? [];
  useLooks(rows.some(isUnderWay), runs.refetch);
  const choose = (id: string, isChosen: boolean) =>
    setChosen((isChosen ? [...ids, id] : ids.filter((one) => one !== id)).join(','));
  return (
    <Answered query={runs} what="the runs">
      {() =>
        rows.length === 0 ? (
          <Empty>Nobody has asked for a run yet. Those of the command line are told by streakline backtest list.</Empty>
        ) : (
          <>
            <Choice ids={ids} onClear={() => setChosen('')} />
            <DataTable
              caption="Runs, newest first"
              columns={columnsOf(ids, choose)}
              rows={rows}
              rowKey={({ id }) => id}
              isMarked={({ id }) => ids.includes(id)}
            />
            {runs.hasNextPage && (
              <div className="row">
                <button type="button" disabled={runs.isFetchingNextPage} onClick={() => void runs.fetchNextPage()}>
                  Older runs
                </button>
              </div>
            )}
          </>
        )
      }
    </Answered>
  );
}

/** Looks again now and then, for others ask for runs too, and often while something is under way. */
function useLooks(isUnderWayNow: boolean, look: (how: { readonly cancelRefetch: boolean }) => unknown): void {
  useEffect(() => {
    // A look that takes longer than that is let end.
    const again = () => void look({ cancelRefetch: false });
    const timer = setInterval(again, (isUnderWayNow ? 2 : 10) * LOOK_EVERY);
    return () => clearInterval(timer);
  }, [isUnderWayNow, look]);
}

function Choice({ ids, onClear }: { readonly ids: readonly string[]; readonly onClear: () => void }) {
  const [a = '', b = ''] = ids;
  return (
    <p className={styles.choosing} role="status">
      {ids.length < 2 ? (
        <span className="soft">
          {ids.length === 0 ? 'Choose two finished runs to compare them.' : 'One is chosen: choose another.'}
        </span>
      ) : (
        <Link href={`/backtests/compare?a=${encodeURIComponent(a)}&b=${encodeURIComponent(b)}`}>
          Compare the two chosen runs
        </Link>
      )}
      {ids.length > 0 && (
        <button type="button" onClick={onClear}>
          Choose none
        </button>
      )}
    </p>
  );
}

function columnsOf(
  ids: readonly string[],
  choose: (id: string, isChosen: boolean) => void,
): readonly Column<BacktestSummary>[] {
  return [
    {
      name: 'Compare',
      cell: (run) => (
        <input
          type="checkbox"
          className={styles.pick}
          aria-label={`Compare ${nameOf(run)}`}
          checked={ids.includes(run.id)}
          disabled={run.state !== 'done' || (ids.length >= 2 && !ids.includes(run.id))}
          onChange={(event) => choose(run.id, event.target.checked)}
        />
      ),
    },
    {
      name: 'Strategy',
      rowHeader: true,
      cell: (run) => <Link href={`/backtests/${run.id}`}>{askedOf(run).strategy}</Link>,
    },
    {
      name: 'State',
      cell: (run) => (isUnderWay(run) ? <RunProgress backtest={run} /> : <StateBadge state={run.state} />),
    },
    { name: 'From', cell: (run) => <span className="number">{day(askedOf(run).settings.from)}</span> },
    { name: 'Up to', cell: (run) => <span className="number">{day(askedOf(run).settings.to)}</span> },
    { name: 'Parameters', cell: (run) => <span className={styles.wrapped}>{valuesText(askedOf(run).params)}</span> },
    { name: 'Position', number: true, cell: ({ position }) => whole(position) },
    { name: 'Asked', cell: ({ askedAt }) => <span className="number">{shortInstant(askedAt, 'UTC')}</span> },
  ];
}

function nameOf(run: BacktestSummary): string {
  const { strategy, settings, params } = askedOf(run);
  return `${strategy}, ${settings.from} to ${settings.to}, ${valuesText(params)}`;
}
