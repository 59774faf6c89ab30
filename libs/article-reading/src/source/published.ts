import { strict } from 'chrono-node';
import { dateSchema, type Moment } from '@streakline/events';
import { ArticleReadingError } from './article-reading-error';

const INSTANT = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?\s?(?:Z|[+-]\d{2}:?\d{2})$/;
const LONGEST = 100;

/**
 * When an article was published, as it writes it: an instant where a time and its zone are told, else the date alone.
 * A date is never turned into midnight, and a time without a zone says no more than its date.
 *
 * @throws ArticleReadingError where it may be several dates, or none
 */
export function publishedOf(written: string): Moment {
  const text = written.trim().slice(0, LONGEST);
  if (INSTANT.test(text)) {
    const at = Date.parse(text.replace(' ', 'T').replace(/\s/g, ''));
    if (Number.isFinite(at)) return { at: new Date(at).toISOString() };
  }
  const [date = ''] = /^\d{4}-\d{2}-\d{2}/.exec(text) ?? [];
  if (dateSchema.safeParse(date).success) return { on: date };
  return inWords(text) ?? unclear(written);
}

/** "Feb. 27, 2026, 5:38 p.m. EST", "Fri, 27 Feb 2026 22:38:27 GMT". Dates of digits alone are day or month first: nobody can tell. */
function inWords(text: string): Moment | null {
  if (!/\p{L}{3}/u.test(text)) return null;
  const [found] = strict.parse(text.replace(/\b(a|p)\.m\./gi, '$1m').replace(/\bET\b/, ''));
  const start = found?.start;
  if (start?.isCertain('day') !== true || !start.isCertain('month') || !start.isCertain('year')) return null;
  if (start.isCertain('hour') && start.isCertain('timezoneOffset')) return { at: start.date().toISOString() };
  const [year, month, day] = [start.get('year'), start.get('month'), start.get('day')];
  const date = [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
  return dateSchema.safeParse(date).success ? { on: date } : null;
}

function unclear(written: string): never {
  throw new ArticleReadingError(
    'publicationUnclear',
    'publishedAt',
    `${JSON.stringify(written.slice(0, LONGEST))} is no date that can be told for certain. Write an instant (2026-02-27T22:38:27Z) or a date (2026-02-27).`,
  );
}
