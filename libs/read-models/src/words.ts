/** More words than this are not looked for. */
const MOST_ASKED = 12;

/**
 * The words of a text as they are stored to be searched: without case and accents, each after a blank, so that a word
 * that begins with what was typed contains it after one.
 *
 *     wordsOf('Nestlé S.A.'); // ' nestle s a'
 */
export function wordsOf(text: string): string {
  return [...spelled(text)].map((word) => ` ${word}`).join('');
}

/** The words that somebody typed, in the same spelling; the last may be the beginning of one, as any may. */
export function askedWords(query: string): readonly string[] {
  return [...new Set(spelled(query))].slice(0, MOST_ASKED);
}

/** Whether a word that begins so is among stored ones. */
export function hasWord(words: string, asked: string): boolean {
  return words.includes(` ${asked}`);
}

/** For `LIKE`: words are letters and digits, so nothing in them needs an escape. */
export function patternOf(asked: string): string {
  return `% ${asked}%`;
}

function spelled(text: string): readonly string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}
