import { Answered } from '../../ui/answered';
import { Link } from '../../ui/link';
import { PageTitle } from '../../ui/page-title';
import { day, instant } from '../../words/times';
import { type BacktestAnswer, askedOf, isUnderWay, resultOf, valuesText } from './result';
import { RunProgress } from './run-progress';
import { StateBadge } from './state-badge';
import { Tearsheet } from './tearsheet';
import { TimelessNote } from './timeless-note';
import { JobFailure } from './run-failure';
import { useBacktest } from './use-backtest';

/** One run: its progress, and its tearsheet once it is done. */
export default function BacktestPage({ id }: { readonly id: string }) {
  const backtest = useBacktest(id);
  return (
    <div className="stack">
      <p>
        <Link href="/backtests">All backtests</Link>
      </p>
      <div className="row">
        <PageTitle>
          {backtest.data === undefined ? 'Backtest' : `Backtest of ${askedOf(backtest.data).strategy}`}
        </PageTitle>
        {backtest.data !== undefined && <StateBadge state={backtest.data.state} />}
      </div>
      <Answered query={backtest} what="the backtest">
        {(data) => <Run backtest={data} />}
      </Answered>
    </div>
  );
}

function Run({ backtest }: { readonly backtest: BacktestAnswer }) {
  const { params, settings } = askedOf(backtest);
  const result = resultOf(backtest);
  return (
    <>
      <p className="soft">
        Sessions from {day(settings.from)} up to {day(settings.to)}. Parameters: {valuesText(params)}. Asked for{' '}
        {instant(backtest.askedAt, 'UTC')}.
      </p>
      <p>
        <Link href={`/backtests?again=${encodeURIComponent(backtest.id)}`}>Ask again with changes</Link>
      </p>
      <TimelessNote />
      {isUnderWay(backtest) && <RunProgress backtest={backtest} />}
      {backtest.state === 'cancelled' && <p>This run was cancelled before its end: there is no result.</p>}
      {backtest.failure !== null && <JobFailure failure={backtest.failure} />}
      {result !== null && <Tearsheet backtest={backtest} result={result} />}
    </>
  );
}
