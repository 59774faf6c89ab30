/** When something was, as a sentence tells it. Dates are those of the exchange's zone, both ends included. */
export type When =
  | { readonly is: 'day'; readonly on: string }
  | { readonly is: 'range'; readonly from: string; readonly to: string }
  | { readonly is: 'since'; readonly from: string; readonly written: string }
  | { readonly is: 'lastSessions'; readonly sessions: number }
  /** "Over nine sessions": which ones, only a streak of that length tells. */
  | { readonly is: 'someSessions'; readonly sessions: number }
  | { readonly is: 'lastDays'; readonly days: number }
  /** "The same day", "that stretch": the session, or the streak, told before. */
  | { readonly is: 'same'; readonly of: 'day' | 'streak' }
  /** The session behind the one told before. */
  | { readonly is: 'next' }
  /** A time is told, but which one no rule of ours can say: a figure with it is left alone rather than misdated. */
  | { readonly is: 'unclear' };

/** A time in the tokens from `start` to `end` (exclusive), its preposition included. */
export interface TimePhrase {
  readonly when: When;
  readonly start: number;
  readonly end: number;
}
