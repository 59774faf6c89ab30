import type { AnswerOf } from '../../../api/answers';
import { plural } from '../../../words/numbers';

export type Letters = AnswerOf<'/v1/dead-letters'>;
export type Letter = Letters['data'][number];

/** What can be done to a letter. */
export type Act = 'retry' | 'close';

/** How often it was tried; of parked events, how many wait. */
export function triedWords({ attempts, events }: Letter): string {
  return attempts === null ? `${plural(events ?? 0, 'event')} waiting` : plural(attempts, 'time');
}

/** What will happen, in the dialog that asks. */
export function consequence({ kind, topic, events, key }: Letter, act: Act): string {
  if (act === 'close') return 'It is taken off the list. The record stays on its topic, and nothing else is done.';
  if (kind === 'record')
    return `It is sent to ${topic ?? 'where it was refused'} as it is, and decided anew. Refused again, it comes back as another letter.`;
  return `${plural(events ?? 0, 'event')} of ${key ?? 'the key'} are folded from the store, in their order. If one still cannot be folded, it and those after it stay here, and the reason is told.`;
}

/** What was done, in words. */
export function doneWords({ id, outcome, detail }: { id: string; outcome: string; detail: string }): string {
  return `${id} is ${outcome}: ${detail}.`;
}
