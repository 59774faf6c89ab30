import type { Cut } from '../facts/cut';

/** A cut with its bounds spelt out: Infinity is "all". */
export interface Moments {
  readonly asOf: number;
  readonly asRecorded: number;
}

export function momentsOf({ asOf = Infinity, asRecorded = Infinity }: Cut): Moments {
  return { asOf, asRecorded };
}
