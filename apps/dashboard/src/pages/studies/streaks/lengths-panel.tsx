import { useMemo } from 'react';
import { ChartFrame, type Figures } from '../../../charts/chart-frame';
import { CurveChart } from '../../../charts/curve-chart';
import { download } from '../../../charts/download';
import { useUrlState } from '../../../api/url-state';
import { Panel } from '../../../ui/panel';
import { Segmented } from '../../../ui/segmented';
import { whole } from '../../../words/numbers';
import type { BaseDirection, StreakResult } from '../form/study-types';
import { directions } from '../words/names';
import { lengthsSvg } from './lengths-svg';
import { lengthRows } from './length-rows';

const SHORT: Readonly<Record<BaseDirection, string>> = {
  any: 'All',
  falling: 'Falling',
  rising: 'Rising',
  none: 'None',
};

/** How long runs go on from day 0 on, beside those of ordinary sessions. */
export function LengthsPanel({ id, result }: { readonly id: string; readonly result: StreakResult }) {
  const [asked, choose] = useUrlState('base', result.primary.direction);
  const lengths = result.lengths.find(({ direction }) => direction === asked) ?? result.lengths[0];
  if (lengths === undefined) return null;
  return (
    <Panel
      title="How long runs went on"
      aside={
        <Segmented
          legend="Run at base"
          options={result.lengths.map(({ direction }) => [direction, SHORT[direction]] as const)}
          value={lengths.direction}
          onChange={choose}
        />
      }
    >
      <Lengths id={id} lengths={lengths} />
    </Panel>
  );
}

type LengthsOfBase = StreakResult['lengths'][number];

function Lengths({ id, lengths }: { readonly id: string; readonly lengths: LengthsOfBase }) {
  const { direction, announced, announcedMean, baseMean } = lengths;
  const { rows, figures, chart } = useLengths(lengths);
  const means =
    announcedMean === null || baseMean === null
      ? 'There are no means.'
      : `Up to the horizon they last ${announcedMean.toFixed(2)} sessions in the mean, those of ordinary sessions ${baseMean.toFixed(2)}.`;
  const name = `${id}-lengths-${direction}`;
  return (
    <ChartFrame
      title={`Share of runs longer than so many sessions from day 0 on, ${directions[direction]}`}
      summary={`${whole(announced.n)} runs. ${means}`}
      figures={figures}
      fileName={name}
      downloads={
        <button
          type="button"
          onClick={() => download(`${name}.svg`, lengthsSvg(directions[direction], rows), 'image/svg+xml')}
        >
          SVG<span className="visually-hidden"> of the lengths</span>
        </button>
      }
      legend={
        <span>
          {means} {whole(announced.n)} runs, of which {whole(announced.censored)} reach the end of the tape: they count
          as longer than they are by now (Kaplan and Meier 1958).
        </span>
      }
    >
      <CurveChart {...chart} />
    </ChartFrame>
  );
}

function useLengths(lengths: LengthsOfBase) {
  const rows = useMemo(() => lengthRows(lengths), [lengths]);
  const figures = useMemo<Figures>(
    () => ({
      head: ['sessions', 'after announcements', 'lower', 'upper', 'ordinary sessions'],
      rows: rows.map((row) => [row.length, row.announced, row.lower, row.upper, row.base]),
    }),
    [rows],
  );
  const chart = useMemo(
    () => ({
      x: rows.map(({ length }) => length),
      curves: [
        { name: 'After announcements', values: rows.map((row) => row.announced), stepped: true },
        { name: 'Ordinary sessions', values: rows.map(({ base }) => base), stepped: true, look: 2 as const },
      ],
      band: { name: 'Band', low: rows.map(({ lower }) => lower), high: rows.map(({ upper }) => upper) },
      format: (share: number) => `${Math.round(share * 100)}%`,
      formatX: (length: number) => String(Math.round(length)),
    }),
    [rows],
  );
  return { rows, figures, chart };
}
