/** Estimation days relative to day 0, both inclusive. */
export const ESTIMATION_DAYS: { readonly from: number; readonly to: number } = Object.freeze({ from: -260, to: -11 });
/** Fewer usable estimation days than this, and there is no market model. */
export const MIN_ESTIMATION_DAYS = 120;
