/**
 * Whether faults last as long as they would: STREAKLINE_LONG_FAULTS=true. By default they last as long as it takes to
 * run into every time-out that matters, which are shortened for it.
 */
export const LONG = process.env['STREAKLINE_LONG_FAULTS'] === 'true';
