const DAY = 86_400;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A session as a chart counts it: epoch seconds of its date in UTC. */
export function secondsOfDate(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 1000;
}

/** Back again: "6 Feb 2026". */
export function dateOfSeconds(at: number): string {
  const date = new Date(at * 1000);
  return `${date.getUTCDate()} ${monthOf(date)} ${date.getUTCFullYear()}`;
}

/** What stands at the ticks of a time axis: years, months or days, by how far they are apart, in seconds. */
export function timeLabels(ticks: readonly number[], increment: number): string[] {
  return ticks.map((at) => {
    const date = new Date(at * 1000);
    if (increment >= 360 * DAY) return String(date.getUTCFullYear());
    if (increment >= 28 * DAY) return `${monthOf(date)} ${date.getUTCFullYear()}`;
    return `${date.getUTCDate()} ${monthOf(date)}`;
  });
}

function monthOf(date: Date): string {
  return MONTHS[date.getUTCMonth()] ?? '';
}
