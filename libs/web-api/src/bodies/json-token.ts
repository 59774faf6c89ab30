/** One token of JSON: a bracket, colon or comma (`kind` is the character), a string, another scalar, the end, or none. */
export interface JsonToken {
  readonly kind: string;
  readonly start: number;
  readonly length: number;
  /** As written, cut short where it is `bad`: it goes into a message. */
  readonly text: string;
}

const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;
const WORD = /[^\s,:[\]{}"]{1,20}|[^]/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** The token that begins at `offset`, white space skipped. */
export function tokenAt(text: string, offset: number): JsonToken {
  const start = skipSpace(text, offset);
  const first = text[start];
  if (first === undefined) return { kind: 'end', start, length: 0, text: '' };
  if ('[]{}:,'.includes(first)) return { kind: first, start, length: 1, text: first };
  if (first === '"') return stringAt(text, start);
  const scalar = match(SCALAR, text, start);
  if (scalar !== undefined) return { kind: 'scalar', start, length: scalar.length, text: scalar };
  return bad(text, start);
}

/** By a loop: a backtracking pattern runs out of stack on a string of megabytes. */
function stringAt(text: string, start: number): JsonToken {
  let at = start + 1;
  for (;;) {
    const char = text[at];
    if (char === undefined) return { kind: 'end', start: at, length: 0, text: '' };
    if (char === '"') return { kind: 'string', start, length: at + 1 - start, text: text.slice(start, at + 1) };
    if (char < ' ') return { kind: 'bad', start: at, length: 1, text: `control character ${JSON.stringify(char)}` };
    const escape = char === '\\' ? match(ESCAPE, text, at) : char;
    if (escape === undefined) return { kind: 'bad', start: at, length: 1, text: `escape ${text.slice(at, at + 2)}` };
    at += escape.length;
  }
}

function bad(text: string, start: number): JsonToken {
  const word = match(WORD, text, start) ?? '';
  return { kind: 'bad', start, length: word.length, text: word };
}

function skipSpace(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && ' \t\n\r'.includes(text.charAt(at))) at += 1;
  return at;
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
