import { replaceEqualDeep } from '@tanstack/react-query';

const ofLists = new WeakMap<object, number>();

/** Remembers which position a whole list rests on: the least of its pages'. */
export function noteList<Rows extends object>(rows: Rows, position: number): Rows {
  ofLists.set(rows, position);
  return rows;
}

/** The newer of two whole lists, with what is equal in both taken from the older; it rests on what the newer one does. */
export function sharedList(before: unknown, now: unknown): unknown {
  const shared: unknown = replaceEqualDeep(before, now);
  const position = positionOf(now);
  return position === null || typeof shared !== 'object' || shared === null ? shared : noteList(shared, position);
}

/** The position that an answer, pages, or a whole list rests on; null where it does not say. */
export function positionOf(answer: unknown): number | null {
  if (typeof answer !== 'object' || answer === null) return null;
  if ('position' in answer && typeof answer.position === 'number') return answer.position;
  if ('pages' in answer && Array.isArray(answer.pages)) return positionOf(answer.pages[0]);
  return ofLists.get(answer) ?? null;
}
