import { comparisons } from '../words/names';
import type { ReadForm } from './event-request';
import { daysText, Reading, type Values } from './reading';
import { readSelection, selectionDefaults, textsOf, valuesOfSelection } from './selection-request';
import { readMoment } from './study-parts';
import type { StreakRequest } from './study-types';

/** The fields of a streak study, with what the API takes where nothing is said; the primary comparison it wants named. */
export const streakDefaults: Values = {
  ...selectionDefaults,
  ...{ primary: 'extended/falling', window: '-5..20', minMatches: '10', horizon: '10' },
  ...{ permutations: '999', bootstrap: '999', confidence: '95', seed: '1', known: '', position: '' },
};

export function readStreakForm(values: Values): ReadForm<StreakRequest> {
  const reading = new Reading(values);
  const window = reading.days('window') ?? { from: 0, to: 0 };
  if (window.from > 0 || window.to < 0) reading.refuse('window', 'Day 0 must lie in it.');
  const percent = reading.number('confidence', { least: 50.1, most: 99.9 }) ?? 95;
  const request = {
    ...{ selection: readSelection(reading), primary: readPrimary(reading), window },
    minMatches: reading.integer('minMatches', { least: 1, most: 10_000 }) ?? 10,
    horizon: reading.integer('horizon', { least: 1, most: 250 }) ?? 10,
    permutations: readDraws(reading, 'permutations'),
    bootstrap: readDraws(reading, 'bootstrap'),
    confidence: Number((percent / 100).toFixed(6)),
    seed: reading.integer('seed', { least: 0, most: 0xffff_ffff }) ?? 1,
    ...readMoment(reading),
  };
  const { problems } = reading;
  return { request: Object.keys(problems).length === 0 ? request : null, problems };
}

function readPrimary(reading: Reading): StreakRequest['primary'] {
  const text = reading.text('primary');
  const found = comparisons.find((pair) => pair.join('/') === text);
  if (found === undefined) reading.refuse('primary', 'Name the one comparison that the study is about.');
  const [outcome, direction] = found ?? (['extended', 'any'] as const);
  return { outcome, direction };
}

function readDraws(reading: Reading, name: string): number {
  const draws = reading.integer(name, { least: 0, most: 100_000 }) ?? 999;
  if (draws > 0 && draws < 99) reading.refuse(name, 'Draw 99 times at least, or 0 for none.');
  return draws;
}

/** What a form would hold to ask the same; of a request as the API tells it. */
export function valuesOfStreakRequest(request: StreakRequest): Values {
  const { selection, primary, window, confidence, asOf, ...counts } = request;
  const { minMatches, horizon, permutations, bootstrap, seed } = counts;
  return {
    ...valuesOfSelection(selection),
    ...textsOf({ minMatches, horizon, permutations, bootstrap, seed, known: asOf }),
    ...{ primary: `${primary.outcome}/${primary.direction}`, window: daysText(window) },
    confidence: String(Number((confidence * 100).toFixed(4))),
  };
}
