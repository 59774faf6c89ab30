/** A bar as traded, prices in cents' steps. */
export interface Bar {
  readonly place: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number;
}
