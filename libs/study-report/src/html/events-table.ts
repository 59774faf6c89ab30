import type { EventResult } from '@streakline/event-study';
import type { StudiedValue } from '../document';
import { averageText, statisticText, windowText } from '../words/figures';
import { htmlTable } from './tags';

/** A page of more rows than this helps nobody; the machine-readable answers have them all. */
const MOST_EVENTS = 1_000;

/** Each event's CARs with their standardised values, folded away. */
export function eventsTable(events: readonly EventResult[], value: StudiedValue): string {
  const shown = events.slice(0, MOST_EVENTS);
  const windows = (shown[0]?.windows ?? []).map((window) => windowText(window));
  const heading = ['Event', 'Firm', 'Group', 'Estimation days', ...windows.map((window) => `CAR ${window} (SCAR)`)];
  const rows = shown.map(({ id, firm, group, observations, windows: own }) => [
    id,
    firm,
    group ?? '',
    String(observations),
    ...own.map(({ car, scar }) => (car === null ? '-' : `${averageText(car, value)} (${statisticText(scar)})`)),
  ]);
  const rest = events.length - shown.length;
  const more = rest === 0 ? '' : `, the first ${shown.length} of ${events.length}`;
  return `<details><summary>Events${more}</summary>\n${htmlTable('Events', heading, rows)}</details>`;
}
