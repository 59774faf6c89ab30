import type { ReactNode } from 'react';
import { PercentChange } from '../../ui/change';
import { percent } from '../../words/numbers';
import styles from './backtests.module.css';
import { METRICS, TRADING, figureText } from './metric-meanings';
import type { RunResult } from './result';

interface Props {
  readonly result: RunResult;
  readonly benchmark: string;
}

/** What one wants to know first. */
export function HeadlineTiles({ result: { performance }, benchmark }: Props) {
  if (performance === null) return null;
  const { net, trading } = performance;
  const { sharpe, volatility, maxDrawdown, totalReturn } = net.metrics;
  const against = performance.benchmark?.metrics.totalReturn ?? null;
  return (
    <dl className={styles.tiles} aria-label="At a glance">
      <Tile name="Total return, after costs" note={against === null ? undefined : `${benchmark}: ${percent(against)}`}>
        <PercentChange value={totalReturn} />
      </Tile>
      <Tile name={METRICS.sharpe.name}>{figureText(sharpe, METRICS.sharpe.unit)}</Tile>
      <Tile name={METRICS.maxDrawdown.name}>
        <PercentChange value={maxDrawdown} />
      </Tile>
      <Tile name={METRICS.volatility.name} note="a year">
        {figureText(volatility, METRICS.volatility.unit)}
      </Tile>
      <Tile name={TRADING.trades.name} note={`${trading.openTrades} open at the end`}>
        {figureText(trading.trades, TRADING.trades.unit)}
      </Tile>
      <Tile name={TRADING.costShare.name} note="of the initial cash">
        {figureText(trading.costShare, TRADING.costShare.unit)}
      </Tile>
    </dl>
  );
}

function Tile({
  name,
  note,
  children,
}: {
  readonly name: string;
  readonly note?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {children}
        {note !== undefined && <small>{note}</small>}
      </dd>
    </div>
  );
}
