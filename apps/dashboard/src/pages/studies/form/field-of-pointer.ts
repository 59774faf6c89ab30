import type { FieldProblem } from '@streakline/client';
import type { FormProblems } from './reading';

/** Pointers of the API's requests whose fields have other names, or stand deeper. The first that fits counts. */
const FIELDS: readonly (readonly [pattern: RegExp, field: string])[] = [
  [/^\/selection\/size\/min/, 'sizeMin'],
  [/^\/selection\/size/, 'sizeMax'],
  [/^\/selection\/([a-zA-Z]+)/, '$1'],
  [/^\/selection/, ''],
  [/^\/screens\/([a-zA-Z0-9]+)/, 'screen.$1'],
  [/^\/variants\/([a-zA-Z]+)/, '$1'],
  [/^\/omitFromEstimation\/kinds/, 'omitKinds'],
  [/^\/omitFromEstimation/, 'omitDays'],
  [/^\/groupBy\/basis/, 'groupBasis'],
  [/^\/groupBy\/.+/, 'groupDetail'],
  [/^\/regression\/window/, 'regressWindow'],
  [/^\/regression\/cluster/, 'cluster'],
  [/^\/regression/, 'regressOn'],
  [/^\/asOf/, 'known'],
  [/^\/asRecorded/, 'position'],
  [/^\/([a-zA-Z]+)/, '$1'],
];

/** The field of a form that a JSON pointer into a request leads to; empty for the form as a whole. */
export function fieldOfPointer(pointer: string): string {
  for (const [pattern, field] of FIELDS) {
    const found = pattern.exec(pointer);
    if (found !== null) return field.replace('$1', found[1] ?? '');
  }
  return '';
}

/** What the server found wrong, by field; what no field of the form stands for is under the empty name. */
export function problemsByField(errors: readonly FieldProblem[], fields: readonly string[]): FormProblems {
  const problems: Record<string, string> = {};
  for (const { pointer, detail } of errors) {
    const field = fieldOfPointer(pointer);
    const place = fields.includes(field) ? field : '';
    problems[place] = problems[place] === undefined ? detail : `${problems[place]} ${detail}`;
  }
  return problems;
}
