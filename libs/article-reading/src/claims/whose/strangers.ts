import { closingVerbs, moveVerbs } from '../words/moves';
import { fillers, stockNouns } from '../words/nouns';
import { type Token, lowerAt } from '../words/tokens';

/** "Microsoft outpaced Amazon": a verb behind a capital has a subject of its own. */
export function isVerbOfAnother(tokens: readonly Token[], at: number): boolean {
  const [before, { lower, text, joined }] = [tokens[at - 1]!, tokens[at]!];
  if (joined || text !== lower || !/^\p{Lu}/u.test(before.text) || fillers.has(before.lower)) return false;
  return (
    /[^e]ed$/.test(lower) || /^(?:beat|overtook|outdid|outran|led|sued|met|hit|bought|sold|left|trailed)$/.test(lower)
  );
}

/** "Amazon's Frankfurt-listed shares": another tape than the one we have. */
export function isListedElsewhere(tokens: readonly Token[], free: readonly number[]): boolean {
  return free.some(
    (at) =>
      tokens[at]!.lower === 'listed' &&
      tokens[at]!.joined &&
      !/^(?:u\.s|us|york|nasdaq|nyse)$/.test(lowerAt(tokens, at - 1)),
  );
}

/** "Walmart fell 3%.": a sentence that begins with a name of nobody we know, and tells what his price did. */
export function opensWithStranger(tokens: readonly Token[]): boolean {
  let at = 0;
  while (at < MOST_WORDS && isNameLike(tokens[at])) at += 1;
  if (at === 0) return false;
  if (lowerAt(tokens, at) === "'s") at += 1;
  const { lower = '' } = tokens[at] ?? {};
  return moveVerbs.has(lower) || closingVerbs.has(lower) || stockNouns.has(lower);
}

const MOST_WORDS = 4;

function isNameLike(token: Token | undefined): boolean {
  return (
    token?.kind === 'word' && /^\p{Lu}/u.test(token.text) && !fillers.has(token.lower) && !stockNouns.has(token.lower)
  );
}
