import { useMemo } from 'react';
import { ChartFrame, type Figures } from '../../../charts/chart-frame';
import { CurveChart } from '../../../charts/curve-chart';
import { Panel } from '../../../ui/panel';
import { plural } from '../../../words/numbers';
import { dayNumber } from '../../../words/times';
import type { EventRequest, EventResult, EventStudy } from '../form/study-types';
import { asEventRequest, daysWords } from '../words/asked';
import { averageText } from '../words/verdict';
import { DownloadButton } from './download-button';

interface Props {
  readonly study: EventStudy;
  readonly result: EventResult;
}

/** The average cumulative abnormal return, day by day, with its band. */
export function CaarPanel({ study, result }: Props) {
  const { id, request } = study;
  const { value, confidence } = asEventRequest(request);
  const { curve, event, n } = result.study;
  const percent = `${Number((confidence * 100).toFixed(4))}%`;
  const { figures, chart } = useCurve(curve, value, percent);
  const last = curve.findLast(({ caar }) => caar !== null);
  const summary = `The average cumulative abnormal return of ${plural(n, 'event')} over ${daysWords(event)}: ${averageText(last?.caar, value)} on day ${dayNumber(last?.day ?? 0)}, with a ${percent} band from ${averageText(last?.lower, value)} to ${averageText(last?.upper, value)}.`;
  return (
    <Panel title="The curve">
      <ChartFrame
        title="Cumulative average abnormal return (CAAR)"
        summary={summary}
        figures={figures}
        fileName={`${id}-caar`}
        downloads={
          <DownloadButton
            name="SVG"
            about="the curves"
            asked={{ id, kind: 'event', what: 'study' }}
            accept="image/svg+xml"
            fileName={`${id}.svg`}
          />
        }
        legend={<Legend day={event.from} percent={percent} />}
      >
        <CurveChart {...chart} />
      </ChartFrame>
    </Panel>
  );
}

function Legend({ day, percent }: { readonly day: number; readonly percent: string }) {
  return (
    <span>
      Summed from {daysWords({ from: day, to: day })} on; the vertical line is day 0. The band ({percent}) is by how
      much the events differ on each day, and heeds no clustering. The SVG also has the curve of each event.
    </span>
  );
}

type Curve = EventResult['study']['curve'];

function useCurve(curve: Curve, value: EventRequest['value'], percent: string) {
  const figures = useMemo<Figures>(
    () => ({
      head: ['day', 'caar', 'lower', 'upper'],
      rows: curve.map(({ day, caar, lower, upper }) => [day, caar, lower, upper]),
    }),
    [curve],
  );
  const chart = useMemo(
    () => ({
      x: curve.map(({ day }) => day),
      curves: [{ name: 'CAAR', values: curve.map(({ caar }) => caar) }],
      band: {
        name: `${percent} band`,
        low: curve.map(({ lower }) => lower),
        high: curve.map(({ upper }) => upper),
      },
      format: (average: number) => averageText(average, value),
      formatX: (day: number) => dayNumber(Math.round(day)),
      mark: 0,
      height: 300,
    }),
    [curve, percent, value],
  );
  return { figures, chart };
}
