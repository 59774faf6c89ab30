/** The start and end of a sentence, in UTF-16 code units. */
interface Found {
  readonly start: number;
  readonly end: number;
}

/** After these a full stop ends no sentence, whatever follows. */
const TITLES = new Set(
  'mr mrs ms dr prof sen rep gov gen st vs no nos approx est fig jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun'.split(
    ' ',
  ),
);
/** After these it ends one only where the next word begins like a sentence and is none of a name's. */
const OFTEN_INSIDE = new Set('inc corp co ltd llc plc cos bros jr sr etc u.s u.k e.u u.n a.m p.m s.p.a n.v'.split(' '));
const NAME_GOES_ON =
  /^(?:Treasury|Treasurys|Federal|Senate|House|Congress|Supreme|Department|Securities|Food|Justice|District|Army|stocks?)\b/;

/**
 * The sentences of one paragraph, without the white space around them: a full stop, question or exclamation mark (and
 * the closing quotes behind it) before white space and a capital, digit or opening quote. Initials, titles, months
 * and companies' forms ("Feb. 5", "Inc.", "U.S.") do not end one. Linear in the length of the text.
 */
export function splitSentences(text: string): Found[] {
  const found: Found[] = [];
  let start = 0;
  for (const match of text.matchAll(/[.!?]["”’')\]]{0,3}(?=\s)|\n[ \t]*\n|$/g)) {
    const end = match.index + match[0].trimEnd().length;
    if (match.index < text.length && !endsSentence(text, match.index, end)) continue;
    push(found, text, start, end);
    start = end;
  }
  return found;
}

function push(found: Found[], text: string, from: number, to: number): void {
  const slice = text.slice(from, to);
  const trimmed = slice.trim();
  if (trimmed === '') return;
  const start = from + slice.indexOf(trimmed);
  found.push({ start, end: start + trimmed.length });
}

function endsSentence(text: string, stop: number, end: number): boolean {
  const next = text.slice(end, end + 40).trimStart();
  if (text[stop] === '\n') return true;
  if (!/^["“‘'([]?[\p{Lu}\d$€£]/u.test(next)) return next === '';
  if (text[stop] !== '.') return true;
  const word = /[\p{L}.]+$/u.exec(text.slice(Math.max(0, stop - 12), stop))?.[0] ?? '';
  const lower = word.toLowerCase();
  if (TITLES.has(lower) || /^\p{Lu}$/u.test(word)) return /^["”]/.test(text.slice(stop + 1));
  if (OFTEN_INSIDE.has(lower)) return /^["“]?[\p{Lu}]\p{Ll}/u.test(next) && !NAME_GOES_ON.test(next);
  return true;
}
