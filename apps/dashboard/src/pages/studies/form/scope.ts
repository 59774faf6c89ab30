import { plural } from '../../../words/numbers';
import type { Selection } from './study-types';

type Kind = NonNullable<Selection['kinds']>[number];

/** One question to the list of announcements. */
export interface Scope {
  readonly instrument?: string;
  readonly kind?: Kind;
  readonly from?: string;
  readonly to?: string;
}

interface Wanted {
  readonly instruments: readonly string[];
  readonly kinds: readonly Kind[];
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** Questions asked at most: a hint is not worth more. */
const MOST_QUESTIONS = 8;

/** The questions whose answers, added up, tell how much a selection may take; null where they are too many. */
export function scopesOf({ instruments, kinds, from, to }: Wanted): readonly Scope[] | null {
  const span = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  const byKind: readonly Scope[] = kinds.length === 0 ? [span] : kinds.map((kind) => ({ kind, ...span }));
  const all =
    instruments.length === 0
      ? byKind
      : instruments.flatMap((instrument) => byKind.map((scope) => ({ instrument, ...scope })));
  return all.length > MOST_QUESTIONS ? null : all;
}

interface Counted {
  readonly count: number;
  readonly isMore: boolean;
}

/** Null while an answer is missing. */
export function scopeWords(counts: readonly (Counted | undefined)[]): string | null {
  const known = counts.filter((each) => each !== undefined);
  if (known.length < counts.length) return null;
  const count = known.reduce((sum, each) => sum + each.count, 0);
  if (count === 0) return 'No announcement on record fits these kinds, instruments and days.';
  const about = known.some(({ isMore }) => isMore) ? 'More than ' : '';
  const fit = count === 1 && about === '' ? 'fits' : 'fit';
  return `${about}${plural(count, 'announcement')} on record ${fit} these kinds, instruments and days; the rest is looked at when it runs.`;
}
