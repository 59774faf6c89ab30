/** One word, number or sign of a sentence. Places are those of the whole text; `end` is exclusive. */
export interface Token {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'number' | 'sign';
  /** A hyphen ties it to the token before: "nine-day" is two tokens. */
  readonly joined: boolean;
}

/*
 * Words keep inner full stops and ampersands (Amazon.com, U.S, S&P), not their last full stop; "'s" is a token of its
 * own; a hyphen between word characters is none at all. Each alternative begins with another kind of character, so
 * that nothing is tried twice.
 */
const TOKEN = /\d+(?:,\d{3})*(?:\.\d+)?|\p{L}[\p{L}\p{M}]*(?:[.&]\p{L}[\p{L}\p{M}]*)*|['’]s(?!\p{L})|[^\s\p{L}\d]/gu;

/** The tokens of `text` from `start` to `end`. */
export function tokensOf(text: string, start: number, end: number): Token[] {
  const slice = text.slice(start, end);
  const tokens: Token[] = [];
  let hyphenAt = -1;
  for (const match of slice.matchAll(TOKEN)) {
    const [word] = match;
    const at = match.index;
    if (isHyphen(word) && isWordCharacter(slice[at - 1]) && isWordCharacter(slice[at + 1])) {
      hyphenAt = at + 1;
      continue;
    }
    tokens.push({
      text: word,
      lower: word.toLowerCase().replace('’', "'"),
      start: start + at,
      end: start + at + word.length,
      kind: kindOf(word),
      joined: hyphenAt === at,
    });
  }
  return tokens;
}

function isHyphen(word: string): boolean {
  return word === '-' || word === '‑' || word === '‐';
}

function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\d%]/u.test(character);
}

function kindOf(word: string): Token['kind'] {
  if (/^\d/.test(word)) return 'number';
  return /^\p{L}/u.test(word) ? 'word' : 'sign';
}

/** The word at a place in lower case; '' outside of the sentence. */
export function lowerAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.lower ?? '';
}

/** The lower-case words from `from` on are these; a joined one counts as its own. */
export function wordsAt(tokens: readonly Token[], from: number, words: readonly string[]): boolean {
  return words.every((word, index) => tokens[from + index]?.lower === word);
}

/** The first of the phrases (words apart by one space) that stands at `from`; the number of its tokens, or 0. */
export function phraseAt(tokens: readonly Token[], from: number, phrases: readonly (readonly string[])[]): number {
  return phrases.find((phrase) => wordsAt(tokens, from, phrase))?.length ?? 0;
}

/** As `phraseAt`, of phrases that end just before `before`. */
export function phraseBefore(
  tokens: readonly Token[],
  before: number,
  phrases: readonly (readonly string[])[],
): readonly string[] | undefined {
  return phrases.find((phrase) => wordsAt(tokens, before - phrase.length, phrase));
}

/** Splits "a b|c d" into phrases of words. */
export function phrases(list: string): readonly (readonly string[])[] {
  return list.split('|').map((phrase) => phrase.trim().split(/\s+/));
}

/** A set of the words of a list. */
export function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
