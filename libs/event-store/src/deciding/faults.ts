import { refuse, type Refusal } from './refusal';

/** One thing wrong with one field. `code` is camelCase and stable, as in Refusal; `pointer` a JSON pointer into what was sent. */
export interface Fault {
  readonly code: string;
  readonly pointer: string;
  readonly detail: string;
}

/** A delivery of 10,000 bars may be wrong 10,000 times in one way: the first faults tell as much. */
const MOST_FAULTS = 100;

/**
 * One refusal for everything that is wrong with a command, so that a caller mends it all at once. Its code is the
 * faults' own where they agree, else `mixedCode`. At most 100 faults are listed; the detail counts all of them.
 */
export function refuseFor(refused: Refusal['refused'], faults: readonly Fault[], mixedCode: string): Refusal {
  const [first, ...others] = faults;
  if (first === undefined) throw new RangeError('A refusal needs a fault.');
  const code = others.every((fault) => fault.code === first.code) ? first.code : mixedCode;
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  const errors = faults.slice(0, MOST_FAULTS).map(({ pointer, detail }) => ({ pointer, detail }));
  return refuse(refused, code, `${first.detail}${more}`, errors);
}
