import { EdgarFileError } from './edgar-file-error';

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A JSON object from a text that may begin with a byte order mark.
 *
 * @throws EdgarFileError `notJson`, with the parser's own words on where it fails
 */
export function parseObject(text: string): JsonObject {
  const json = text.replace(/^\uFEFF/, '');
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/\s+/g, ' ').slice(0, 200) : String(error);
    const place = Number(/position (\d+)/.exec(why)?.[1] ?? -1);
    const isCut = place >= json.length - 1 || /Unexpected end|Unterminated/.test(why);
    throw new EdgarFileError(
      'notJson',
      `is not JSON (${why}).${isCut ? ' It seems to be cut off: fetch it again.' : ''}`,
    );
  }
  if (isObject(value)) return value;
  throw new EdgarFileError('notJson', 'holds JSON, but no object.');
}

/** A text without blanks around it; undefined where there is none. */
export function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return text === '' ? undefined : text;
}

export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.flatMap((one: unknown) => textOf(one) ?? []) : [];
}
