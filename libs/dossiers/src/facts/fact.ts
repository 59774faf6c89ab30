/** What every small fact has: its kind, and the position of its event. */
export interface Fact<Kind extends string> {
  readonly kind: Kind;
  readonly position: number;
}
