import type { WindowResult } from '@streakline/event-study';
import type { StudiedValue } from '../document';
import { averageText, shareText, windowText } from './figures';

/** A window's row as text and page show it: window, events, CAAR, its interval, share above 0, weighted, buy and hold. */
export function windowCells(window: WindowResult, value: StudiedValue): string[] {
  const { interval } = window;
  return [
    windowText(window),
    String(window.n),
    averageText(window.caar, value),
    interval === null ? '-' : `${averageText(interval.lower, value)} to ${averageText(interval.upper, value)}`,
    shareText(window.positive),
    averageText(window.precisionWeightedCaar, value),
    averageText(window.abhar, value),
  ];
}
