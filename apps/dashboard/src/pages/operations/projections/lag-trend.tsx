import { useMemo, useState } from 'react';
import { ChartFrame } from '../../../charts/chart-frame';
import { CurveChart } from '../../../charts/curve-chart';
import { Segmented } from '../../../ui/segmented';
import { signed, whole } from '../../../words/numbers';
import { type LagSample, minutes } from './lag-history';

type Unit = 'events' | 'seconds';
const UNITS = [
  ['events', 'Events'],
  ['seconds', 'Seconds'],
] as const;

interface Props {
  readonly name: string;
  readonly history: readonly LagSample[];
}

/** How a lag went while the page was open. */
export function LagTrend({ name, history }: Props) {
  const [unit, setUnit] = useState<Unit>('events');
  const figures = useMemo(
    () => ({
      head: ['Since the page was opened', 'Lag, events', 'Lag, seconds'],
      rows: history.map(({ at, events, seconds }) => [minutes(at), events, seconds]),
    }),
    [history],
  );
  const x = useMemo(() => history.map(({ at }) => Math.round(at / 1000)), [history]);
  const curves = useMemo(() => [{ name: `Lag, ${unit}`, values: history.map((each) => each[unit]) }], [history, unit]);
  return (
    <ChartFrame
      title={`Lag of ${name} since this page was opened`}
      summary={summaryOf(history)}
      figures={figures}
      fileName={`lag-${name}`}
      controls={<Segmented legend="Unit of the lag" options={UNITS} value={unit} onChange={setUnit} />}
      legend="Nothing keeps the lag of the past: the curve began when this page was opened, and keeps ten minutes. Metrics for longer are at /metrics."
    >
      <CurveChart
        x={x}
        curves={curves}
        format={formats[unit]}
        formatX={formatX}
        nameX="Since it was opened"
        height={160}
      />
    </ChartFrame>
  );
}

const formats: Readonly<Record<Unit, (value: number) => string>> = {
  events: (value) => whole(Math.round(value)),
  seconds: (value) => signed(value, 1).replace('+', ''),
};

/** Samples are at whole seconds; a mark of the axis between two has no name. */
function formatX(seconds: number): string {
  return Number.isInteger(seconds) ? minutes(seconds * 1000) : '';
}

function summaryOf(history: readonly LagSample[]): string {
  const last = history.at(-1);
  if (last === undefined) return 'No answer yet.';
  const most = Math.max(...history.map(({ events }) => events ?? 0));
  return `In ${minutes(last.at)} minutes since the page was opened the lag was ${whole(most)} events at most; it is ${whole(last.events)} now.`;
}
