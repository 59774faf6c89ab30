import { Problem } from '../../ui/problem';
import { Progress } from '../../ui/progress';
import { type BacktestSummary, askedOf } from './result';
import { useCancel } from './use-cancel';

/** How far a run is that waits or runs, and a way to end it. */
export function RunProgress({ backtest }: { readonly backtest: BacktestSummary }) {
  const cancel = useCancel(backtest.id);
  const { progress, state } = backtest;
  const { strategy } = askedOf(backtest);
  const done = progress === null || progress.total === 0 ? null : progress.done / progress.total;
  const what = state === 'queued' ? `${strategy} waits for its turn` : `${strategy}: ${progress?.phase ?? 'beginning'}`;
  return (
    <div className="stack">
      <Progress what={what} done={done} onCancel={() => cancel.mutate()} />
      {cancel.error !== null && <Problem what="an end of it" error={cancel.error} />}
    </div>
  );
}
