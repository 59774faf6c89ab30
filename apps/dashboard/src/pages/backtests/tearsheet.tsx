import { Panel } from '../../ui/panel';
import { Downloads } from './downloads';
import { DrawdownChart } from './drawdown-chart';
import { EquityChart } from './equity-chart';
import { FiguresTable } from './figures-table';
import { HeadlineTiles } from './headline-tiles';
import { MonthsTable } from './months-table';
import { Notes } from './notes';
import { OrdersNotFilled, WhatWasHeld } from './orders-tables';
import { RestsOn } from './rests-on';
import type { BacktestAnswer, RunResult } from './result';
import { StrategyBroke } from './run-failure';
import { TradesTable } from './trades-table';
import { useRefOf } from './use-ref-of';

interface Props {
  readonly backtest: BacktestAnswer;
  readonly result: RunResult;
}

/** What a run came to. */
export function Tearsheet({ backtest, result }: Props) {
  const { performance, backtest: run } = result;
  const benchmark = useRefOf(run.settings.benchmark) ?? 'benchmark';
  return (
    <>
      {run.failure !== null && <StrategyBroke failure={run.failure} />}
      <HeadlineTiles result={result} benchmark={benchmark} />
      <Notes result={result} />
      {performance === null ? (
        <p>There is no session to measure.</p>
      ) : (
        <>
          <Panel title="Value">
            <EquityChart run={run} benchmark={benchmark} />
            <DrawdownChart run={run} benchmark={benchmark} />
          </Panel>
          <Panel title="Figures">
            <FiguresTable performance={performance} benchmark={benchmark} />
          </Panel>
          <Panel title="Returns by month, after costs">
            <MonthsTable performance={performance.net} />
          </Panel>
        </>
      )}
      <TradesTable run={run} />
      <div className="columns">
        <OrdersNotFilled run={run} />
        <WhatWasHeld run={run} />
      </div>
      <RestsOn result={result} />
      <Downloads backtest={backtest} result={result} />
    </>
  );
}
