/**
 * CloudEvents 1.0 in Kafka's binary mode: attributes are headers with the prefix `ce_`, the data's media type is
 * `content-type`, the data is the value. Extension attributes are lower-case letters and digits, by the specification.
 * Source: CloudEvents Kafka Protocol Binding 1.0.2, section 3.2.
 */
export type Headers = Readonly<Record<string, string>>;

export const SPEC_VERSION = '1.0';
export const SOURCE = '/streakline/events';
export const JSON_TYPE = 'application/json';

/** A record that does not say what it should: which header, and what it holds. */
export class UnreadableRecord extends Error {
  override readonly name = 'UnreadableRecord';
}

export function header(headers: Headers, name: string): string {
  const value = headers[name];
  if (value === undefined) throw new UnreadableRecord(`the header ${name} is missing`);
  return value;
}

export function integerHeader(headers: Headers, name: string): number {
  const text = header(headers, name);
  const value = Number(text);
  if (/^\d{1,16}$/.test(text) && Number.isSafeInteger(value)) return value;
  throw new UnreadableRecord(`the header ${name} is ${JSON.stringify(text)} and not a whole number`);
}

/** RFC 3339 with Z, as toISOString writes it: milliseconds survive. */
export function instantHeader(headers: Headers, name: string): number {
  const text = header(headers, name);
  const value = Date.parse(text);
  if (Number.isFinite(value)) return value;
  throw new UnreadableRecord(`the header ${name} is ${JSON.stringify(text)} and not an instant`);
}
