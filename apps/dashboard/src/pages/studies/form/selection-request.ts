import { kinds, timings } from '../words/names';
import type { Reading, Values } from './reading';
import type { Selection } from './study-types';

/** The fields of a selection, with what they hold when nobody has typed. */
export const selectionDefaults: Values = {
  ...{ kinds: '', instruments: '', announcements: '', roles: '', timings: '', sectors: '', periods: '' },
  ...{ from: '', to: '', sizeMin: '', sizeMax: '', includeAmendments: '', includeAssumed: '' },
};

const ANNOUNCEMENT = /^ann_[0-9a-f]{32}$/;
const names = <Value extends string>(named: readonly (readonly [Value, string])[]) => named.map(([value]) => value);

export function readSelection(reading: Reading): Selection {
  const [announcements, sectors] = [reading.list('announcements'), reading.list('sectors')];
  const strange = announcements?.find((id) => !ANNOUNCEMENT.test(id));
  if (strange !== undefined)
    reading.refuse('announcements', `“${strange}” is no id: those are ann_ and 32 hex digits.`);
  const bare = sectors?.find((sector) => !sector.includes(':'));
  if (bare !== undefined) reading.refuse('sectors', `Write “${bare}” with its scheme, such as GICS:45.`);
  const size = readSize(reading);
  return {
    ...defined({ kinds: reading.someOf('kinds', names(kinds)), timings: reading.someOf('timings', names(timings)) }),
    ...defined({ instruments: reading.list('instruments'), announcements, sectors }),
    ...defined({ roles: reading.list('roles'), periods: reading.list('periods') }),
    ...readSpan(reading),
    ...defined({ size }),
    includeAmendments: reading.flag('includeAmendments'),
    includeAssumed: reading.flag('includeAssumed'),
  };
}

function readSpan(reading: Reading): Pick<Selection, 'from' | 'to'> {
  const [from, to] = [reading.date('from'), reading.date('to')];
  if (from !== undefined && to !== undefined && from >= to) reading.refuse('to', 'It ends before it begins.');
  return defined({ from, to });
}

function readSize(reading: Reading): Selection['size'] {
  const range = { least: 0, most: 1e15 };
  const [min, max] = [reading.number('sizeMin', range), reading.number('sizeMax', range)];
  if (min === undefined && max === undefined) return undefined;
  if ((min ?? 0) >= (max ?? Infinity)) reading.refuse('sizeMax', 'It must be above the smallest.');
  return defined({ min, max });
}

/** Without the fields that hold nothing. */
export function defined<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

/** What a form would hold to ask for a selection. */
export function valuesOfSelection(selection: Partial<Selection>): Values {
  const { size, includeAmendments, includeAssumed, from, to, ...lists } = selection;
  return {
    ...Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.join(',')])),
    ...textsOf({ from, to, sizeMin: size?.min, sizeMax: size?.max }),
    ...(includeAmendments === true && { includeAmendments: 'yes' }),
    ...(includeAssumed === true && { includeAssumed: 'yes' }),
  };
}

/** Texts of what there is. */
export function textsOf(fields: Readonly<Record<string, string | number | undefined>>): Values {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
}
