const WIDTH = 110;

/** A sentence on lines of at most 110 characters, those after the first set in by two blanks more. */
export function paragraph(sentence: string, indent = ''): string {
  const lines: string[] = [];
  let line = indent;
  for (const word of sentence.split(' ')) {
    if (line.trim() !== '' && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = `${indent}  `;
    }
    line += line.trim() === '' ? word : ` ${word}`;
  }
  return [...lines, line].map((each) => `${each}\n`).join('');
}
