const LONGEST = 200;

/** A line as it can be shown to people: at most 200 characters, and nothing in it that a terminal would obey. */
export function shownText(bytes: Buffer, from = 0, to = bytes.length): string {
  const cut = bytes.toString('utf8', from, Math.min(to, from + LONGEST * 4));
  const text = Array.from(cut).slice(0, LONGEST).join('');
  const more = text.length < cut.length || to - from > LONGEST * 4;
  return text.replace(/\p{Cc}/gu, (control) => (control === '\t' ? '\t' : '\uFFFD')) + (more ? '...' : '');
}
