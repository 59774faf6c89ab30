import { useMemo } from 'react';
import { useUrlState } from '../../api/url-state';
import type { Look } from './chart/price-chart';
import type { Adjustment } from './tape/drawn-bars';
import { type Span, SPANS } from './tape/spans';

export type Scale = 'linear' | 'log';
export type Direction = 'both' | 'falling' | 'rising';

const LOOKS = ['candles', 'line'] as const;
const SCALES = ['linear', 'log'] as const;
const ADJUSTMENTS = ['splits', 'traded', 'total'] as const;
const DIRECTIONS = ['both', 'falling', 'rising'] as const;

/** How the page shows an instrument; every setting is in the URL. */
export interface ViewSettings {
  readonly look: Look;
  readonly scale: Scale;
  readonly adjustment: Adjustment;
  readonly span: Span;
  /** Streaks of at least so many sessions. */
  readonly minLength: number;
  readonly direction: Direction;
  /** Of the table of streaks, from 1 on. */
  readonly page: number;
}

export interface SetView {
  readonly look: (value: Look) => void;
  readonly scale: (value: Scale) => void;
  readonly adjustment: (value: Adjustment) => void;
  readonly span: (value: Span) => void;
  readonly minLength: (value: number) => void;
  readonly direction: (value: Direction) => void;
  readonly page: (value: number) => void;
}

/** What stands in the URL, and what sets it. A value that nobody knows counts as left out. */
export function useViewSettings(): [ViewSettings, SetView] {
  const [look, setLook] = useUrlState('chart', 'candles');
  const [scale, setScale] = useUrlState('scale', 'linear');
  const [adjustment, setAdjustment] = useUrlState('adjustment', 'splits');
  const [span, setSpan] = useUrlState('span', '3M');
  const [minLength, setMinLength] = useUrlState('minLength', '3');
  const [direction, setDirection] = useUrlState('direction', 'both');
  const [page, setPage] = useUrlState('page', '1');
  const settings = useMemo(
    () => ({
      look: oneOf(LOOKS, look),
      scale: oneOf(SCALES, scale),
      adjustment: oneOf(ADJUSTMENTS, adjustment),
      span: (SPANS as readonly string[]).includes(span) ? (span as Span) : '3M',
      minLength: countOf(minLength, 3),
      direction: oneOf(DIRECTIONS, direction),
      page: countOf(page, 1),
    }),
    [look, scale, adjustment, span, minLength, direction, page],
  );
  return [
    settings,
    {
      ...{ look: setLook, scale: setScale, adjustment: setAdjustment, span: setSpan, direction: setDirection },
      minLength: (value) => setMinLength(String(value)),
      page: (value) => setPage(String(value)),
    },
  ];
}

function oneOf<T extends string>(values: readonly [T, ...T[]], text: string): T {
  return values.find((value) => value === text) ?? values[0];
}

/** A count from 1 to 99,999. */
function countOf(text: string, fallback: number): number {
  return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : fallback;
}
