import { useMemo } from 'react';
import { ChartFrame, type Figures } from '../../../charts/chart-frame';
import { CurveChart } from '../../../charts/curve-chart';
import { Empty } from '../../../ui/empty';
import { percent } from '../../../words/numbers';
import { dayNumber } from '../../../words/times';
import type { Reaction, ReactionDays } from '../answers';
import { carOf, carSummary } from './car';

const asPercent = (value: number) => percent(value, 1);
const asDay = (value: number) => (Number.isInteger(value) ? dayNumber(value) : '');

/** The cumulative abnormal return with its band, as far as bars reach. */
export function CarCurve({ reaction, answer }: { readonly reaction: Reaction; readonly answer: ReactionDays }) {
  const car = useMemo(() => carOf(answer.days), [answer]);
  const chart = useMemo(
    () => ({
      x: car.map(({ day }) => day),
      curves: [
        { name: 'Abnormal, cumulative', values: car.map(({ abnormal }) => abnormal), look: 1 as const },
        { name: 'Return, cumulative', values: car.map(({ change }) => change), look: 2 as const },
      ],
      band: { name: 'Band', low: car.map(({ low }) => low), high: car.map(({ high }) => high) },
    }),
    [car],
  );
  const figures = useMemo(() => figuresOf(answer), [answer]);
  if (car.length === 0) return <Empty>{whyNone(reaction)}</Empty>;
  return (
    <ChartFrame
      title={`Cumulative abnormal return from day ${dayNumber(answer.from)} on`}
      summary={carSummary(car)}
      figures={figures}
      fileName={`cumulative-abnormal-return-${reaction.instrument.replace(':', '-')}-${reaction.day0 ?? ''}`}
      legend={
        <span>
          Band: ±1.96 standard errors of the cumulative figure, with the forecast-error factor. The vertical line is day
          0.
          {reaction.model !== null && ` ${modelInWords(reaction.model, reaction.benchmark)}`}
        </span>
      }
    >
      <CurveChart {...chart} format={asPercent} formatX={asDay} nameX="Day" mark={0} height={280} />
    </ChartFrame>
  );
}

function modelInWords(
  { beta, estimationDays, from, to }: NonNullable<Reaction['model']>,
  benchmark: string | null,
): string {
  return `Expected by the market model on ${benchmark ?? 'its benchmark'}: beta ${beta.toFixed(2)}, over ${estimationDays} days from ${from} to ${to}.`;
}

function whyNone({ notes, complete }: Reaction): string {
  if (notes.some(({ code }) => code === 'noBenchmark')) {
    return 'There are no abnormal returns: no benchmark is assigned to this instrument.';
  }
  return complete
    ? 'There are no abnormal returns: the tapes do not reach back far enough to estimate what was to be expected.'
    : 'Abnormal returns are told here as soon as day 0 has its bar.';
}

function figuresOf({ days }: ReactionDays): Figures {
  const head = ['day', 'session', 'abnormal return', 'standard error', 'cumulative return'];
  return {
    head: [...head, 'cumulative abnormal return', 'cumulative standard error'],
    rows: days.map((row) => [
      ...[row.day, row.session, row.abnormalReturn, row.standardError, row.cumulativeReturn],
      ...[row.cumulativeAbnormalReturn, row.cumulativeStandardError],
    ]),
  };
}
