import type { CandlestickData, HistogramData, LineData, Time, WhitespaceData } from 'lightweight-charts';
import type { Colours } from '../../../charts/colours';
import type { Point } from '../tape/points';

type Data<T> = (T | WhitespaceData)[];

/** Candles; a bar of which only the close is known is a dash at its close, and a missing one a gap. */
export function candlesOf(points: readonly Point[]): Data<CandlestickData> {
  return points.map(({ time, bar }) => {
    if (bar === null) return { time: time as Time };
    const { open, high, low, close } = bar;
    return {
      time: time as Time,
      ...{ open: open ?? close, close },
      ...{ high: high ?? Math.max(open ?? close, close), low: low ?? Math.min(open ?? close, close) },
    };
  });
}

export function closesOf(points: readonly Point[]): Data<LineData> {
  return points.map(({ time, bar }) => ({ time: time as Time, ...(bar !== null && { value: bar.close }) }));
}

/** Volume, coloured by the way the close went. */
export function volumesOf(points: readonly Point[], { fall, rise, inkSoft }: Colours): Data<HistogramData> {
  return points.map(({ time, bar }) => {
    if (bar?.volume === null || bar === null) return { time: time as Time };
    const change = bar.change ?? 0;
    return { time: time as Time, value: bar.volume, color: `${change < 0 ? fall : change > 0 ? rise : inkSoft}99` };
  });
}

export function capsOf(points: readonly Point[]): Data<LineData> {
  return points.map(({ time, cap }) => {
    const marketCap = cap?.marketCap ?? null;
    return { time: time as Time, ...(marketCap !== null && { value: marketCap }) };
  });
}
