import type { Waterfall } from './waterfall';

/* All lengths are CSS pixels. */
const HEIGHT = 280;
const PLOT = { top: 26, bottom: 226 } as const;
const MOST_COLUMN = 150;
/** Below this part of the highest, an axis from zero would hide the changes: it begins higher, and says so. */
const FLAT = 0.6;

export interface WaterfallBar {
  readonly key: 'before' | 'price' | 'shares' | 'after';
  readonly kind: 'level' | 'change';
  readonly value: number;
  readonly x: number;
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly height: number;
  readonly labelY: number;
}

export interface WaterfallLayout {
  readonly width: number;
  readonly height: number;
  readonly bottom: number;
  readonly bars: readonly WaterfallBar[];
  /** The lines that carry a level from one bar to the next. */
  readonly links: readonly { readonly left: number; readonly right: number; readonly y: number }[];
  /** Height of the market cap at the base close; null where the span begins with it. */
  readonly baseY: number | null;
  /** Where the axis begins: 0, or higher, and then the bars of levels are broken. */
  readonly floor: number;
}

/** Four bars: what it was, what the price and the share count did to it, what it became. */
export function layOutWaterfall(waterfall: Waterfall, width: number): WaterfallLayout {
  const { before, price, shares, after, atBase } = waterfall;
  const afterPrice = before + price;
  const { floor, toY } = scaleOf([before, afterPrice, after, ...(atBase === null ? [] : [atBase])]);
  const bars = [
    barOf({ index: 0, key: 'before', value: before, top: toY(before), bottom: PLOT.bottom }, width),
    barOf({ index: 1, key: 'price', value: price, ...ends(toY(before), toY(afterPrice)) }, width),
    barOf({ index: 2, key: 'shares', value: shares, ...ends(toY(afterPrice), toY(after)) }, width),
    barOf({ index: 3, key: 'after', value: after, top: toY(after), bottom: PLOT.bottom }, width),
  ];
  const link = (index: number, level: number) => {
    const [from, to] = [bars[index]!, bars[index + 1]!];
    return { left: from.left + from.width, right: to.left, y: toY(level) };
  };
  return {
    ...{ width, height: HEIGHT, bottom: PLOT.bottom, bars, floor },
    links: [link(0, before), link(1, afterPrice), link(2, after)],
    baseY: atBase === null ? null : toY(atBase),
  };
}

/** From an amount to a height, on an axis that begins at `floor`. */
function scaleOf(levels: readonly number[]): { readonly floor: number; readonly toY: (level: number) => number } {
  const [low, high] = [Math.min(...levels), Math.max(...levels)];
  const floor = low < high * FLAT ? 0 : Math.max(0, low - (high - low) * 0.35 - high * 0.004);
  return { floor, toY: (level) => PLOT.bottom - ((level - floor) / (high - floor)) * (PLOT.bottom - PLOT.top) };
}

function ends(from: number, to: number): { readonly top: number; readonly bottom: number } {
  return { top: Math.min(from, to), bottom: Math.max(from, to) };
}

interface Extent {
  readonly index: number;
  readonly key: WaterfallBar['key'];
  readonly value: number;
  readonly top: number;
  readonly bottom: number;
}

function barOf({ index, key, value, top, bottom }: Extent, width: number): WaterfallBar {
  const column = Math.min(MOST_COLUMN, width / 4);
  const start = (width - column * 4) / 2;
  const kind = key === 'price' || key === 'shares' ? 'change' : 'level';
  return {
    ...{ key, kind, value, top },
    x: start + (index + 0.5) * column,
    left: start + (index + 0.14) * column,
    width: column * 0.72,
    height: Math.max(1.5, bottom - top),
    labelY: kind === 'change' && value < 0 ? bottom + 16 : top - 7,
  };
}
