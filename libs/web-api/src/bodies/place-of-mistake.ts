import { pointerOf } from '../problems/pointer';
import { tokenAt } from './json-token';

/** Where a text stops being JSON. */
export interface PlaceOfMistake {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** A JSON pointer to the value that was being read. */
  readonly pointer: string;
  /** What is there: `unexpected NaN`. */
  readonly what: string;
}

/** Deeper than any body that a route takes: a pointer of a million steps would only be an answer of megabytes. */
const DEEPEST_POINTER = 100;

type Expected = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd' | 'nothing';

/** An array (`step` is an index) or an object (a key) that is being read. */
interface Open {
  readonly end: ']' | '}';
  step: string | number;
}

/**
 * Finds where a text stops being JSON. JSON.parse of Node 20 mostly does not tell; this runs only on texts that it
 * refused. It is a loop, not a recursion: a body may open millions of brackets.
 */
export function placeOfMistake(text: string): PlaceOfMistake {
  const reader = new Reader();
  let offset = 0;
  for (;;) {
    const token = tokenAt(text, offset);
    if (token.kind === 'bad' || !reader.accepts(token.kind, token.text)) {
      const what = token.kind === 'end' ? 'unexpected end' : `unexpected ${token.text}`;
      return { ...lineAndColumn(text, token.start), pointer: reader.pointer(), what };
    }
    offset = token.start + token.length;
  }
}

/** The grammar of JSON (RFC 8259) on tokens, remembering the path to the value in hand. */
class Reader {
  private expected: Expected = 'value';
  private readonly open: Open[] = [];

  pointer(): string {
    if (this.open.length > DEEPEST_POINTER) return '';
    return pointerOf(this.open.flatMap(({ step }) => (step === '' ? [] : [step])));
  }

  accepts(kind: string, text: string): boolean {
    const { expected } = this;
    const innermost = this.open.at(-1);
    if (kind === innermost?.end) return this.closes(expected);
    if (expected === 'value' || expected === 'valueOrEnd') return this.beginsValue(kind);
    if (expected === 'key' || expected === 'keyOrEnd') return kind === 'string' && this.names(innermost, text);
    if (expected === 'colon') return kind === ':' && this.expect('value');
    return expected === 'commaOrEnd' && kind === ',' && this.continues(innermost);
  }

  private closes(expected: Expected): boolean {
    if (expected !== 'commaOrEnd' && expected !== 'valueOrEnd' && expected !== 'keyOrEnd') return false;
    this.open.pop();
    return this.valueEnds();
  }

  private beginsValue(kind: string): boolean {
    if (kind === 'string' || kind === 'scalar') return this.valueEnds();
    if (kind === '[') this.open.push({ end: ']', step: 0 });
    else if (kind === '{') this.open.push({ end: '}', step: '' });
    else return false;
    return this.expect(kind === '[' ? 'valueOrEnd' : 'keyOrEnd');
  }

  private names(innermost: Open | undefined, text: string): boolean {
    if (innermost !== undefined) innermost.step = String(JSON.parse(text));
    return this.expect('colon');
  }

  private continues(innermost: Open | undefined): boolean {
    if (typeof innermost?.step !== 'number') return this.expect('key');
    innermost.step += 1;
    return this.expect('value');
  }

  private valueEnds(): true {
    return this.expect(this.open.length === 0 ? 'nothing' : 'commaOrEnd');
  }

  private expect(next: Expected): true {
    this.expected = next;
    return true;
  }
}

function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}
