import type { Known } from '@streakline/dossiers';
import type { Claim, Moment } from '@streakline/events';

/** What a claim is judged by. */
export interface Judging {
  /** The subject's tape (with its issuer's other classes, as withClasses() sets them), cut where the verdict is to stand; null where no instrument on record is meant, or it was not listed yet. */
  readonly known: Known | null;
  /** When the article was published; a date alone is not taken for midnight. */
  readonly published: Moment;
  /** All claims of the article that stand: one may rest on another's streak. */
  readonly claims: readonly Claim[];
  /** Others of whom the article speaks, cut as the subject's tape is: a figure may be theirs. */
  readonly others?: readonly NamedTape[];
}

export interface NamedTape {
  /** MIC:SYMBOL. */
  readonly name: string;
  readonly known: Known;
}
