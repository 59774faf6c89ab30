import { type ScreenName, screenNames, type WindowDays } from '@streakline/event-study';
import { InvalidArgumentError } from 'commander';

/** `A,B,C`, each once. */
export function parseNames(text: string): readonly string[] {
  const names = text.split(',').map((name) => name.trim());
  if (names.includes('')) throw new InvalidArgumentError('names are separated by single commas');
  return [...new Set(names)];
}

/** Screens by name, or all of them. */
export function parseScreens(text: string): readonly ScreenName[] {
  if (text === 'all') return screenNames;
  return parseNames(text).map((name) => {
    const screen = screenNames.find((each) => each === name);
    if (screen === undefined)
      throw new InvalidArgumentError(`'${name}' is none of ${screenNames.join(', ')}, and not all`);
    return screen;
  });
}

/** `-1:1`, or `0` for a single day; several separated by commas. */
export function parseWindows(text: string): readonly WindowDays[] {
  return parseNames(text).map((part) => {
    const match = /^([+-]?\d+)(?::([+-]?\d+))?$/.exec(part);
    const window = { from: Number(match?.[1]), to: Number(match?.[2] ?? match?.[1]) };
    if (match && window.from <= window.to) return window;
    throw new InvalidArgumentError(`'${part}' is no window of days, such as -1:1 or 0`);
  });
}

export function parseCount(least: number, most: number): (text: string) => number {
  return (text) => {
    const count = Number(text);
    if (/^\d+$/.test(text) && count >= least && count <= most) return count;
    throw new InvalidArgumentError(`'${text}' is no whole number from ${least} to ${most}`);
  };
}

export function parseConfidence(text: string): number {
  const value = Number(text);
  if (/^0?\.\d+$/.test(text) && value > 0.5 && value < 1) return value;
  throw new InvalidArgumentError(`'${text}' is no number above 0.5 and below 1, such as 0.95`);
}

/** A position, as a number, or an instant as it was written: which one there is, is for the store to say. */
export function parseRecorded(text: string): number | string {
  return /^\d{1,15}$/.test(text) ? Number(text) : text;
}
