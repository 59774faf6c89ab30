/** The stream of an instrument's bars. */
export function barsStream(instrumentId: string): string {
  return `bars-${instrumentId}`;
}
