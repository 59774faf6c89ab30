import {
  type CandlestickSeriesPartialOptions,
  type ChartOptions,
  CrosshairMode,
  type DeepPartial,
} from 'lightweight-charts';
import type { Colours } from '../../../charts/colours';
import { money } from '../../../words/money';
import { day, shortDay } from '../../../words/times';
import { price } from '../../../words/numbers';

/** Of the whole chart. Dragging up and down with a finger, and the wheel, belong to the page. */
export function chartOptions(colours: Colours): DeepPartial<ChartOptions> {
  return {
    autoSize: true,
    layout: {
      // It would bring a style sheet of its own; the page says whose chart it is.
      attributionLogo: false,
      background: { color: colours.card },
      textColor: colours.inkSoft,
      fontSize: 12,
      fontFamily: getComputedStyle(document.body).fontFamily,
      panes: { separatorColor: colours.line, enableResize: false },
    },
    grid: { vertLines: { visible: false }, horzLines: { color: colours.line } },
    crosshair: { mode: CrosshairMode.Normal, vertLine: lineOf(colours), horzLine: lineOf(colours) },
    rightPriceScale: { borderColor: colours.line, minimumWidth: 64 },
    timeScale: {
      borderColor: colours.line,
      minBarSpacing: 0.02,
      enableConflation: true,
      conflationThresholdFactor: 2,
      rightOffset: 2,
      maxBarSpacing: 80,
    },
    localization: { timeFormatter: (time: unknown) => day(dateOf(time)) },
    handleScroll: { vertTouchDrag: false },
    handleScale: { mouseWheel: false, axisPressedMouseMove: { time: true, price: false } },
    kineticScroll: { mouse: false, touch: true },
  };
}

function lineOf({ inkSoft, ink }: Colours) {
  return { color: inkSoft, labelBackgroundColor: ink };
}

/** The date of what the chart calls a time: the epoch seconds of its beginning in UTC. */
export function dateOf(time: unknown): string {
  return new Date(Number(time) * 1_000).toISOString().slice(0, 10);
}

/** Rises are hollow and falls are filled: the shape says it without the colour. */
export function candleOptions({ card, fall, rise }: Colours): CandlestickSeriesPartialOptions {
  return {
    ...{ upColor: card, borderUpColor: rise, wickUpColor: rise },
    ...{ downColor: fall, borderDownColor: fall, wickDownColor: fall },
    ...{ priceLineVisible: false, priceFormat },
  };
}

/** Amounts on an axis, as people write them. */
export function moneyFormat(currency: string) {
  return { type: 'custom' as const, minMove: 1, formatter: (value: number) => money(value, currency) };
}

export const volumeFormat = { type: 'volume' as const };

export const priceFormat = { type: 'custom' as const, minMove: 0.0001, formatter: price };

/** A tick of the axis of time: years at new years, else days and months. */
export function tickText(time: unknown, tickMarkType: number): string {
  const date = dateOf(time);
  if (tickMarkType === 0) return date.slice(0, 4);
  const text = shortDay(date);
  return tickMarkType === 1 ? text.replace(/^\d+ /, '') : text;
}
