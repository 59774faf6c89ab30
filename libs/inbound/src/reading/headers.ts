import { type LogRecord, rawHeadersOf } from '@streakline/event-log';
import { duplicateHeader, invalidAttribute } from './problems';

/** Looks a header up; undefined where the record has none. Throws where it has two, or bytes that are no text. */
export type HeaderOf = (name: string) => string | undefined;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** A header may come twice with the same value: some clients do so when a record is sent again. */
export function headersOf(record: LogRecord): HeaderOf {
  return (name) => {
    const [value, ...others] = rawHeadersOf(record).flatMap(([given, bytes]) =>
      given === name && bytes !== null ? [bytes] : [],
    );
    if (value === undefined) return undefined;
    if (others.some((other) => !other.equals(value))) throw duplicateHeader(name);
    try {
      return utf8.decode(value);
    } catch {
      // The decoder tells no more than that.
      throw invalidAttribute(name, 'is not text in UTF-8');
    }
  };
}

/** Whether any attribute is there: then the record means to be an event in binary mode. */
export function hasAttributes(record: LogRecord): boolean {
  return rawHeadersOf(record).some(([name]) => name.startsWith('ce_'));
}
