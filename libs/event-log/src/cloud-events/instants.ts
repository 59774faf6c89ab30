const DAY_MS = 24 * 60 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;
const MINUTE_MS = 60 * 1000;
/** `HH:mm:ss.sssZ` */
const TIME_OF_DAY = 13;
const REMEMBERED_DAYS = 10_000;

const days = new Map<number, string>();

/**
 * Epoch milliseconds as RFC 3339 with Z, as Date.toISOString() has it, which takes five times as long: two of them for
 * each event were a quarter of a relay's work. Throws a RangeError on what is no instant.
 */
export function instantText(instant: number): string {
  const day = Math.floor(instant / DAY_MS);
  const rest = instant - day * DAY_MS;
  const [hour, minute] = [Math.floor(rest / HOUR_MS), Math.floor((rest % HOUR_MS) / MINUTE_MS)];
  const [second, thousandth] = [Math.floor((rest % MINUTE_MS) / 1000), rest % 1000];
  return `${dayText(day)}${two(hour)}:${two(minute)}:${two(second)}.${thousandth < 100 ? '0' : ''}${two(thousandth)}Z`;
}

/** The date and the T after it. */
function dayText(day: number): string {
  const known = days.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * DAY_MS).toISOString().slice(0, -TIME_OF_DAY);
  if (days.size >= REMEMBERED_DAYS) days.clear();
  days.set(day, text);
  return text;
}

function two(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}
