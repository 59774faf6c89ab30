import { useMemo } from 'react';
import { useTheme } from '../shell/theme';

const NAMES = {
  card: '--card',
  ink: '--ink',
  inkSoft: '--ink-soft',
  line: '--line',
  fall: '--fall',
  rise: '--rise',
  fallSoft: '--fall-soft',
  riseSoft: '--rise-soft',
  mark: '--mark',
  markSoft: '--mark-soft',
  band: '--band',
  curve1: '--curve-1',
  curve2: '--curve-2',
  curve3: '--curve-3',
  curve4: '--curve-4',
} as const;

export type Colours = Readonly<Record<keyof typeof NAMES, string>>;

/** The theme's colours for what is drawn on a canvas; others when the theme changes. */
export function useColours(): Colours {
  const theme = useTheme();
  return useMemo(() => coloursOf(theme), [theme]);
}

function coloursOf(_theme: string): Colours {
  const style = getComputedStyle(document.documentElement);
  const entries = Object.entries(NAMES).map(([name, property]) => [name, style.getPropertyValue(property).trim()]);
  return Object.fromEntries(entries) as Colours;
}
