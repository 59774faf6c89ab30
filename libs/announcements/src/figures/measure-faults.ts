import type { Measure, Moment } from '@streakline/events';
import type { Fault } from '@streakline/event-store';
import type { Exchange } from '@streakline/market-time';
import { earliestInstant, latestInstant } from '../moment/instants';
import { momentPointer } from '../moment/moment-fields';
import { measureKey } from './measure-key';

/** The figures that a body gives. */
export interface FiguresSaid {
  readonly period?: string | undefined;
  readonly measures?: readonly Measure[] | undefined;
}

/** What is wrong with the figures of an act of this moment: one given twice, or an expectation younger than the act. */
export function measureFaults(
  { period, measures = [] }: FiguresSaid,
  moment: Moment,
  exchanges: readonly Exchange[],
): readonly Fault[] {
  const firstPlaces = new Map<string, number>();
  return measures.flatMap((measure, index) => {
    const pointer = `/measures/${index}`;
    const key = measureKey(measure, period);
    const first = firstPlaces.get(key);
    firstPlaces.set(key, first ?? index);
    const late = expectedTooLate(`${pointer}/expected/on`, measure, moment, exchanges);
    const faults = late === undefined ? [] : [late];
    if (first === undefined) return faults;
    const detail = `This is the measure of /measures/${first} again. Metric, basis and period tell measures apart: give each once.`;
    return [...faults, { code: 'duplicateMeasure', pointer, detail }];
  });
}

/** The same of measures on record, where it is the period or the moment of their act that becomes another one. */
export function faultsWithMeasures(
  figures: FiguresSaid,
  moment: Moment,
  exchanges: readonly Exchange[],
): readonly Fault[] {
  return measureFaults(figures, moment, exchanges).map(({ code, pointer, detail }) => ({
    code,
    pointer: code === 'duplicateMeasure' ? '/period' : momentPointer(moment),
    detail: `Of the measures on record, ${pointer}: ${detail} Correct the measures, too.`,
  }));
}

/** What is expected after the news is no expectation of it. Only what is certainly after is refused. */
function expectedTooLate(
  pointer: string,
  { expected }: Measure,
  moment: Moment,
  exchanges: readonly Exchange[],
): Fault | undefined {
  if (expected?.on === undefined) return undefined;
  if (earliestInstant({ on: expected.on }, exchanges) <= latestInstant(moment, exchanges)) return undefined;
  const detail = `The expectation of ${expected.on} is younger than the announcement (${'at' in moment ? moment.at : moment.on}). Give the last one of before, or leave its date out.`;
  return { code: 'expectedAfterwards', pointer, detail };
}
