import type { BarAnswer, RunAnswer } from '../answers';
import { percent, price } from './format';
import type { Paint } from './paint';

const CELL = 7;
const levels = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/**
 * A streak as a row of sessions, from the close it is measured from to the first close after it, with a wall where
 * the announcement came: what is left of the wall cannot be a reaction to it.
 */
export function streakStrip(bars: readonly BarAnswer[], streak: RunAnswer, day0: string, paint: Paint): string[] {
  const first = bars.findIndex((bar) => bar.session === streak.start);
  const last = bars.findIndex((bar) => bar.session === streak.end);
  const shown = bars.slice(Math.max(0, first - 1), last + 2);
  const changes = shown.map((bar, index) => changeFrom(shown[index - 1], bar));
  const row = (title: string, cells: readonly string[], colour: (text: string) => string) =>
    `   ${paint.dim(title.padEnd(9))}${cells.map((cell, index) => wall(shown[index], day0) + colour(cell.padStart(CELL))).join('')}`;
  return [
    row(
      'session',
      shown.map((bar) => bar.session.slice(5)),
      (text) => text,
    ),
    row(
      'close',
      shown.map((bar) => price(bar.close)),
      (text) => text,
    ),
    row(
      'change',
      changes.map((change) => (change === null ? '' : percent(change))),
      (text) => paint.figure(text),
    ),
    row(
      '',
      levelsOf(shown).map((level, index) => level + direction(changes[index])),
      (text) => text,
    ),
    bracket(shown, streak, day0),
  ].map((line) => line.trimEnd());
}

function wall(bar: BarAnswer | undefined, day0: string): string {
  return bar?.session === day0 ? ' ║' : '';
}

function changeFrom(before: BarAnswer | undefined, bar: BarAnswer): number | null {
  return before === undefined ? null : bar.close / before.close - 1;
}

function direction(change: number | null | undefined): string {
  if (change === null || change === undefined) return '  ';
  return change < 0 ? ' ▼' : change > 0 ? ' ▲' : ' =';
}

function levelsOf(bars: readonly BarAnswer[]): string[] {
  const closes = bars.map((bar) => bar.close);
  const [low, high] = [Math.min(...closes), Math.max(...closes)];
  return closes.map((close) => levels[Math.round(((close - low) / (high - low || 1)) * (levels.length - 1))] ?? '');
}

/** Counts the streak's sessions on either side of the wall. */
function bracket(shown: readonly BarAnswer[], streak: RunAnswer, day0: string): string {
  const isBefore = (bar: BarAnswer) => bar.session >= streak.start && bar.session < day0;
  const isAfter = (bar: BarAnswer) => bar.session >= day0 && bar.session <= streak.end;
  const lead = shown.filter((bar) => bar.session < streak.start).length;
  const left = span(shown.filter(isBefore).length, `${streak.lengthAtBase} before`);
  const right = span(shown.filter(isAfter).length, `${streak.lengthFromDay0} from day 0 on`);
  return `   ${' '.repeat(9 + lead * CELL)}${left}${right === '' ? '' : `  ${right}`}`;
}

function span(sessions: number, label: string): string {
  if (sessions === 0) return '';
  const inside = sessions * CELL - 3;
  if (label.length + 2 > inside) return ` ${label}`.padEnd(sessions * CELL);
  const text = ` ${label} `;
  const left = Math.floor((inside - text.length) / 2);
  return ` └${'─'.repeat(left)}${text}${'─'.repeat(inside - text.length - left)}┘`;
}
