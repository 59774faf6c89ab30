import { useUrlState } from '../../api/url-state';
import { Answered } from '../../ui/answered';
import { Empty } from '../../ui/empty';
import { Link } from '../../ui/link';
import { PageTitle } from '../../ui/page-title';
import { ComparedRuns } from './compared-runs';
import { resultOf } from './result';
import { TimelessNote } from './timeless-note';
import { useBacktest } from './use-backtest';

/** Two runs side by side, named in the URL. */
export default function ComparisonPage() {
  const [a] = useUrlState('a');
  const [b] = useUrlState('b');
  return (
    <div className="stack">
      <p>
        <Link href={`/backtests?chosen=${encodeURIComponent([a, b].filter((id) => id !== '').join(','))}`}>
          Choose others
        </Link>
      </p>
      <PageTitle>Two runs side by side</PageTitle>
      <TimelessNote />
      {a === '' || b === '' ? <Empty>Two runs are wanted: choose them in the list.</Empty> : <Both a={a} b={b} />}
    </div>
  );
}

function Both({ a, b }: { readonly a: string; readonly b: string }) {
  const [first, second] = [useBacktest(a), useBacktest(b)];
  return (
    <Answered query={first} what="the first run">
      {(left) => (
        <Answered query={second} what="the second run">
          {(right) => {
            const [of, against] = [resultOf(left), resultOf(right)];
            if (of === null || against === null)
              return (
                <Empty>
                  Only finished runs can be compared, and one of these is {of === null ? left.state : right.state}.
                </Empty>
              );
            return <ComparedRuns a={{ id: a, result: of }} b={{ id: b, result: against }} />;
          }}
        </Answered>
      )}
    </Answered>
  );
}
