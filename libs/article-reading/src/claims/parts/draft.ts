import type { Claim, ClaimSpan } from '@streakline/events';
import type { Whose } from '../whose/names';

/** A claim before it has an id; places are tokens of its sentence. */
export interface Draft {
  readonly whose: Whose;
  readonly start: number;
  readonly end: number;
  /** Where its figure stands: the order of the claims. */
  readonly anchor: number;
  /** The predicate it rests on; two drafts of one predicate and one span are one claim. */
  readonly verb: number;
  readonly direction?: Claim['direction'];
  readonly length?: Claim['length'];
  readonly change?: Claim['change'];
  readonly level?: Claim['level'];
  readonly record?: Claim['record'];
  readonly relation?: Claim['relation'];
  readonly span?: DraftSpan;
}

/** `streakOf` the last streak told before it, which has no id yet. */
export type DraftSpan = Exclude<ClaimSpan, { is: 'streakOf' }> | { readonly is: 'streakOf' };
