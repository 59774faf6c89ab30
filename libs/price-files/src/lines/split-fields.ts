const QUOTE = '"';

/** RFC 4180's fields of one line; null: a quote that never ends, or text after one that did. */
export function splitFields(line: string, delimiter: string): string[] | null {
  if (!line.includes(QUOTE)) return line.split(delimiter);
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    const field = line[at] === QUOTE ? quotedAt(line, at) : bareAt(line, at, delimiter);
    if (field === null) return null;
    fields.push(field.text);
    if (field.end === line.length) return fields;
    if (line[field.end] !== delimiter) return null;
    at = field.end + 1;
  }
}

interface Field {
  readonly text: string;
  readonly end: number;
}

function bareAt(line: string, at: number, delimiter: string): Field {
  const end = line.indexOf(delimiter, at);
  return end === -1 ? { text: line.slice(at), end: line.length } : { text: line.slice(at, end), end };
}

function quotedAt(line: string, at: number): Field | null {
  let text = '';
  for (let from = at + 1; ;) {
    const end = line.indexOf(QUOTE, from);
    if (end === -1) return null;
    text += line.slice(from, end);
    if (line[end + 1] !== QUOTE) return { text, end: end + 1 };
    text += QUOTE;
    from = end + 2;
  }
}
