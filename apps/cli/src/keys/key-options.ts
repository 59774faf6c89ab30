import { isScope, type Scope, scopes } from '@streakline/api-keys';
import { UsageError } from '../failures';

/** Fit for lists, logs and shells: no control characters, and nothing that could be taken for markup. */
const NAME = /^[\p{L}\p{N}](?:[\p{L}\p{N} ._@:/+-]{0,62}[\p{L}\p{N}.)])?$/u;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z$/;

export function nameOf(text: string): string {
  if (NAME.test(text)) return text;
  throw new UsageError(
    `--name ${JSON.stringify(text)}: take 1 to 64 letters, digits, spaces and . _ @ : / + -, with a letter or digit at both ends`,
  );
}

/** In the order in which scopes are told everywhere. */
export function scopesOf(text: string): readonly Scope[] {
  const named = text.split(',').map((each) => each.trim());
  const wrong = named.find((each) => !isScope(each));
  if (wrong !== undefined)
    throw new UsageError(`--scopes: there is no scope ${JSON.stringify(wrong)}; take some of ${scopes.join(', ')}`);
  return scopes.filter((scope) => named.includes(scope));
}

/** The first moment at which the key is refused: of a date, the end of its day in UTC. */
export function expiryOf(text: string | undefined, now: number): Date | null {
  if (text === undefined) return null;
  const at = DATE.test(text) ? endOf(text) : INSTANT.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(at))
    throw new UsageError(
      `--expires ${JSON.stringify(text)}: write a date, 2027-12-31, or an instant, 2027-12-31T18:00:00Z`,
    );
  if (at <= now) throw new UsageError(`--expires ${text} is past: the key would never work`);
  return new Date(at);
}

/** NaN where the calendar has no such day: Date.parse would take 30 February for 2 March. */
function endOf(date: string): number {
  const begin = Date.parse(`${date}T00:00:00Z`);
  const exists = !Number.isNaN(begin) && new Date(begin).toISOString().startsWith(date);
  return exists ? begin + 86_400_000 : NaN;
}
