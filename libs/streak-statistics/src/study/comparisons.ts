/** What a streak study compares between announcements and matched sessions without one. */
export const outcomeNames = [
  /** Whether day 0 keeps the direction of the run in force at base. */
  'extended',
  /** Whether day 0 moves where no run is in force. */
  'began',
  /** Sessions from day 0 on that the run in force at base goes on for (0: ended), or that the one that day 0 begins lasts. */
  'lengthFromDay0',
  /** From the base close to the run's last close, a fraction; 0 where day 0 ended it. */
  'returnFromDay0',
  /** Of market cap, from the base close to the run's last close, as a fraction of that at base; 0 where day 0 ended it. */
  'marketCapChangeFromDay0',
  /** Of market cap over the whole run, as a fraction of that before its first session. */
  'marketCapChange',
] as const;
/** One of `outcomeNames`. */
export type Outcome = (typeof outcomeNames)[number];

/** The direction of the run in force at base: none after an unchanged close; any is all three. */
export const baseDirections = ['any', 'falling', 'rising', 'none'] as const;
/** One of `baseDirections`. */
export type BaseDirection = (typeof baseDirections)[number];

/** One outcome, among the announcements whose run at base has a direction, against matched sessions without one. */
export interface Comparison {
  readonly outcome: Outcome;
  readonly direction: BaseDirection;
}

const directionsOf: Readonly<Record<Outcome, readonly BaseDirection[]>> = {
  extended: ['any', 'falling', 'rising'],
  began: ['none'],
  lengthFromDay0: ['any', 'falling', 'rising', 'none'],
  // Falling and rising runs together would cancel each other.
  returnFromDay0: ['falling', 'rising'],
  marketCapChangeFromDay0: ['falling', 'rising'],
  marketCapChange: ['falling', 'rising'],
};

/** Every comparison that a streak study makes: as many as its p-values are adjusted for. */
export const comparisons: readonly Comparison[] = outcomeNames.flatMap((outcome) =>
  directionsOf[outcome].map((direction) => ({ outcome, direction })),
);

/** Outcomes that are a figure of each session; a length is not, as it may be unfinished. */
export const meanOutcomes = outcomeNames.filter((outcome) => outcome !== 'lengthFromDay0');
