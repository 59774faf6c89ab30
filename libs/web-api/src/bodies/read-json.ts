import { ProblemException } from '../problems/problem-exception';
import { BODY_LIMIT } from './json-body';
import { bodyTooLarge, malformedJson } from './problem-of-body-error';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The JSON in some bytes that came another way than by HTTP, held to the same: at most 10 MB of JSON, in UTF-8. Whether
 * its text can be stored is unstorableText's to say.
 *
 * @throws ProblemException 413 `bodyTooLarge`, 400 `malformedJson`, 415 `notUtf8`
 */
export function readJson(bytes: Buffer): unknown {
  if (bytes.length > BODY_LIMIT) throw bodyTooLarge();
  return parse(decode(bytes));
}

function decode(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    // The decoder does not say where.
    const detail = 'The body is not text in UTF-8. Send JSON, encoded as UTF-8.';
    throw new ProblemException(415, { code: 'notUtf8', detail });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Node 20's error mostly does not say where: the problem does.
    throw malformedJson(text);
  }
}
