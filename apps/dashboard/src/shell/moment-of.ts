export type AskedMoment =
  { readonly moment: string; readonly error: null } | { readonly moment: null; readonly error: string };

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,3})?)?\s*(Z|[+-]\d{2}:\d{2})$/i;

/** Reads a typed moment: a date stays one, an instant is given in UTC. */
export function momentOf(text: string): AskedMoment {
  const typed = text.trim();
  if (DATE.test(typed)) return isDate(typed) ? { moment: typed, error: null } : wrong(`${typed} is no date.`);
  const found = INSTANT.exec(typed);
  if (found === null) return wrong('Type a date (2026-02-06), or an instant with its zone (2026-02-06T21:00:00Z).');
  const [, date = '', time = '', seconds = ':00', zone = ''] = found;
  const at = new Date(`${date}T${time}${seconds}${zone.toUpperCase()}`);
  if (!isDate(date) || Number.isNaN(at.getTime())) return wrong(`${typed} is no instant.`);
  return { moment: at.toISOString().replace('.000Z', 'Z'), error: null };
}

function wrong(error: string): AskedMoment {
  return { moment: null, error };
}

/** Not only of its form: there is no 30 February. */
function isDate(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
