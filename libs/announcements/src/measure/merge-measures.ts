import { isDeepStrictEqual } from 'node:util';
import type { Expectation, Measure } from '@streakline/events';
import type { Fault } from '@streakline/event-store';
import { measureKey } from '../figures/measure-key';

/** The measures on record with those said, and where these contradict them. */
export interface MergedMeasures {
  readonly measures: readonly Measure[];
  readonly conflicts: readonly Fault[];
}

/** More may be said of a measure (what was expected, what stood before), but nothing else than what is on record. */
export function mergeMeasures(
  known: readonly Measure[],
  said: readonly Measure[],
  period: string | undefined,
): MergedMeasures {
  const measures = [...known];
  const conflicts: Fault[] = [];
  said.forEach((measure, index) => {
    const key = measureKey(measure, period);
    const place = measures.findIndex((one) => measureKey(one, period) === key);
    const standing = measures[place];
    if (standing === undefined) {
      measures.push(measure);
    } else {
      conflicts.push(...contradictions(measure, standing, `/measures/${index}`));
      measures[place] = fuller(measure, standing);
    }
  });
  return { measures, conflicts };
}

function fuller({ period: _, expected, ...said }: Measure, known: Measure): Measure {
  const both: Expectation | undefined = known.expected && { ...expected, ...known.expected };
  const expectation = both ?? expected;
  return { ...said, ...known, ...(expectation === undefined ? {} : { expected: expectation }) };
}

function contradictions(said: Measure, known: Measure, pointer: string): readonly Fault[] {
  const pairs: readonly (readonly [field: string, said: unknown, known: unknown])[] = [
    ['unit', said.unit, known.unit],
    [said.actual === undefined ? 'range' : 'actual', said.actual ?? said.range, known.actual ?? known.range],
    ['prior', said.prior, known.prior],
    ['expected/value', said.expected?.value, known.expected?.value],
    ['expected/source', said.expected?.source, known.expected?.source],
    ['expected/on', said.expected?.on, known.expected?.on],
  ];
  return pairs.flatMap(([field, one, other]) => {
    if (one === undefined || other === undefined || isDeepStrictEqual(one, other)) return [];
    return [contradiction(`${pointer}/${field}`, one, other)];
  });
}

export function contradiction(pointer: string, said: unknown, known: unknown): Fault {
  const detail = `On record stands ${JSON.stringify(known)}, not ${JSON.stringify(said)}. Say what is on record, or correct it by POST .../corrections.`;
  return { code: 'measureContradicts', pointer, detail };
}
