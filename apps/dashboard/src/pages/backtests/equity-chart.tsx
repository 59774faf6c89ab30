import { useMemo } from 'react';
import { useUrlState } from '../../api/url-state';
import { ChartFrame } from '../../charts/chart-frame';
import { type Curve, CurveChart } from '../../charts/curve-chart';
import { secondsOfDate } from '../../charts/time-labels';
import { Segmented } from '../../ui/segmented';
import { money } from '../../words/money';
import { percent, signed } from '../../words/numbers';
import { day } from '../../words/times';
import { aboveZero, growthOf } from './curves';
import type { Run } from './run';

const SCALES = [
  ['linear', 'Linear'],
  ['log', 'Log'],
] as const;

interface Props {
  readonly run: Run;
  readonly benchmark: string;
}

/** What one unit of money became, after costs and before, beside the benchmark. */
export function EquityChart({ run, benchmark }: Props) {
  const [scale, setScale] = useUrlState('scale', 'linear');
  const isLog = scale === 'log';
  const drawn = useMemo(() => drawnOf(run, benchmark, isLog), [run, benchmark, isLog]);
  return (
    <ChartFrame
      title="Growth of 1"
      summary={summaryOf(run)}
      figures={drawn.figures}
      fileName={`growth-${run.strategy}`}
      controls={<Segmented legend="Scale" options={SCALES} value={isLog ? 'log' : 'linear'} onChange={setScale} />}
      legend={
        <>
          <span>
            {money(run.settings.initialCash, run.settings.currency)} of {run.settings.currency} at the start.
          </span>
          {drawn.benchmark && <span>{benchmark}: total return, dividends on their ex-dates.</span>}
          {isLog && <span>Equal distances are equal ratios.</span>}
        </>
      }
    >
      <CurveChart x={drawn.x} time nameX="Session" log={isLog} curves={drawn.curves} format={twoDigits} />
    </ChartFrame>
  );
}

function drawnOf(run: Run, name: string, isLog: boolean) {
  const { sessions, net, gross, benchmark } = growthOf(run);
  const shown = (values: readonly (number | null)[]) => (isLog ? aboveZero(values) : values);
  const curves: readonly Curve[] = [
    { name: 'Net', values: shown(net), look: 1 },
    { name: 'Gross', values: shown(gross), look: 3 },
    ...(benchmark === null ? [] : [{ name, values: shown(benchmark), look: 2 as const }]),
  ];
  return {
    x: sessions.map(secondsOfDate),
    curves,
    benchmark: benchmark !== null,
    figures: {
      head: ['session', 'net', 'gross', ...(benchmark === null ? [] : ['benchmark'])],
      rows: sessions.map((session, at) => [
        session,
        net[at] ?? null,
        gross[at] ?? null,
        ...(benchmark === null ? [] : [benchmark[at] ?? null]),
      ]),
    },
  };
}

function summaryOf(run: Run): string {
  const { sessions, net, benchmark } = growthOf(run);
  const [first, last, end] = [sessions[0], sessions.at(-1), net.at(-1)];
  if (first === undefined || last === undefined || end === undefined) return 'The run has no session.';
  const compared = benchmark?.findLast((value) => value !== null) ?? null;
  const beside = compared === null ? '' : `; the benchmark ${percent(compared - 1)}`;
  return `From ${day(first)} to ${day(last)} the value changed by ${percent(end - 1)} after costs${beside}.`;
}

function twoDigits(value: number): string {
  return signed(value).replace(/^\+/, '');
}
