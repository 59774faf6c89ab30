import { useMemo } from 'react';
import { ChartFrame } from '../../charts/chart-frame';
import { CurveChart } from '../../charts/curve-chart';
import { secondsOfDate } from '../../charts/time-labels';
import { percent } from '../../words/numbers';
import { day } from '../../words/times';
import { growthOf, underwater } from './curves';
import type { Run } from './run';

interface Props {
  readonly run: Run;
  readonly benchmark: string;
}

/** How far below its greatest value the run was, session by session. */
export function DrawdownChart({ run, benchmark }: Props) {
  const drawn = useMemo(() => drawnOf(run, benchmark), [run, benchmark]);
  return (
    <ChartFrame
      title="Below the highest value so far"
      summary={drawn.summary}
      figures={drawn.figures}
      fileName={`drawdown-${run.strategy}`}
    >
      <CurveChart x={drawn.x} time nameX="Session" curves={drawn.curves} format={oneDigit} height={180} />
    </ChartFrame>
  );
}

function drawnOf(run: Run, name: string) {
  const growth = growthOf(run);
  const [net, other] = [underwater(growth.net), growth.benchmark === null ? null : underwater(growth.benchmark)];
  const deepest = Math.min(0, ...net.map((value) => value ?? 0));
  const when = growth.sessions[net.indexOf(deepest)];
  return {
    x: growth.sessions.map(secondsOfDate),
    curves: [
      { name: 'Net', values: net, look: 1 as const },
      ...(other === null ? [] : [{ name, values: other, look: 2 as const }]),
    ],
    summary:
      deepest === 0 || when === undefined
        ? 'The run was never below an earlier value.'
        : `The deepest fall was ${percent(deepest)}, reached on ${day(when)}.`,
    figures: {
      head: ['session', 'net', ...(other === null ? [] : ['benchmark'])],
      rows: growth.sessions.map((session, at) => [
        session,
        net[at] ?? null,
        ...(other === null ? [] : [other[at] ?? null]),
      ]),
    },
  };
}

function oneDigit(value: number): string {
  return percent(value, 1);
}
