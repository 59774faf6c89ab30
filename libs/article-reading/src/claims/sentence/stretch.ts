/** A stretch of a sentence's tokens; `end` is exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}
