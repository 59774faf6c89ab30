import { unsupportedMediaType } from './problems';

const JSON_TYPE = 'application/json';
const STRUCTURED_TYPE = 'application/cloudevents+json';
/** Every form of an event in structured mode, and of batches: what begins so is never plain data. */
const STRUCTURED = /^application\/cloudevents/;
const UTF_8 = /^"?utf-?8"?$/;

/** Whether a record says of itself that its value is a whole event. Throws where that form is not read here. */
export function isStructured(contentType: string | undefined): boolean {
  if (contentType === undefined) return false;
  const { type, utf8 } = parse(contentType);
  if (!STRUCTURED.test(type)) return false;
  if (type !== STRUCTURED_TYPE || !utf8) throw unsupportedMediaType(contentType);
  return true;
}

/** Refuses data that HTTP would refuse by its content type. Left out, it is JSON: CloudEvents 1.0, 3.1.1. */
export function requireJson(contentType: string | undefined): void {
  if (contentType === undefined) return;
  const { type, utf8 } = parse(contentType);
  if (type !== JSON_TYPE || !utf8) throw unsupportedMediaType(contentType);
}

function parse(contentType: string): { readonly type: string; readonly utf8: boolean } {
  const [type = '', ...parameters] = contentType.split(';').map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length);
  return { type, utf8: charset === undefined || UTF_8.test(charset) };
}
