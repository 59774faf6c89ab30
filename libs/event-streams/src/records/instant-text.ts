const DAY_MS = 86_400_000;
const DATE = 'YYYY-MM-DD'.length;
const MOST = 20_000;

const days = new Map<number, string>();

/** Epoch milliseconds as RFC 3339 with Z, as Date.toISOString() has it, which takes several times as long: each record has two. */
export function instantText(instant: number): string {
  const day = Math.floor(instant / DAY_MS);
  const time = instant - day * DAY_MS;
  return `${dateText(day)}T${two(time / 3_600_000)}:${two((time / 60_000) % 60)}:${two((time / 1000) % 60)}.${three(time % 1000)}Z`;
}

function dateText(day: number): string {
  const known = days.get(day);
  if (known !== undefined) return known;
  if (days.size >= MOST) days.clear();
  const iso = new Date(day * DAY_MS).toISOString();
  // Years beyond 9999 are written longer.
  const text = iso.slice(0, iso.indexOf('T', DATE));
  days.set(day, text);
  return text;
}

function two(number: number): string {
  const whole = Math.floor(number);
  return whole < 10 ? `0${whole}` : String(whole);
}

function three(number: number): string {
  return String(number).padStart(3, '0');
}
