import type { Stretch } from '../sentence/stretch';
import { fillers, streakVerbs } from '../words/nouns';
import { lowerAt, type Token, wordSet } from '../words/tokens';
import type { Named } from './names';

/** A word that adds nothing to whose a figure is. */
export function isFiller({ lower, kind }: Token): boolean {
  return kind !== 'word' || fillers.has(lower) || streakVerbs.has(lower);
}

/**
 * Whether "shares" (at `stock`) are what the clause speaks of. A "stock buyback", "stock-based compensation", "shares
 * outstanding", a "market share", "options on the stock" and "trading in the shares" are something else.
 */
export function isSubject(tokens: readonly Token[], clause: Stretch, stock: number, named: readonly Named[]): boolean {
  if (tokens[stock]?.lower === 'share' && lowerAt(tokens, stock + 1) !== 'price') return false;
  return !goesOnAsNoun(tokens, clause, stock, named) && !isObject(tokens, clause, stock, named);
}

const NOUNS_OF_STOCK = wordSet(
  'buyback buybacks repurchase repurchases option options compensation sale sales outstanding split splits award awards grant grants offering offerings holdings count ownership plan exchange picker pickers purchase purchases volume swap issuance',
);
const SUPERLATIVES = /^(?:longest|biggest|largest|worst|best|steepest|sharpest|deepest|highest|lowest|greatest)$/;

/** Only the word behind the stock tells: what stands farther on may be its verb's object. */
function goesOnAsNoun(tokens: readonly Token[], { end }: Stretch, stock: number, named: readonly Named[]): boolean {
  const at = stock + 1;
  const token = tokens[at];
  if (token === undefined || at >= end || named.some((name) => name.start <= at && at < name.end)) return false;
  if (token.joined || NOUNS_OF_STOCK.has(token.lower)) return true;
  if (/^(?:of|in|for)$/.test(token.lower) || SUPERLATIVES.test(token.lower)) return false;
  // A verb that is in no list of ours still tells what the stock did.
  return !isFiller(token) && !/(?:ly|ed|st)$/.test(token.lower);
}

const BEFORE_NAME = /^(?:the|its|their|a|an|'s)$/;

/** "Options on Amazon stock": a noun, and a preposition that ties the stock to it. */
function isObject(tokens: readonly Token[], { start }: Stretch, stock: number, named: readonly Named[]): boolean {
  const name = named.findLast(({ end }) => end <= stock);
  let at = (name === undefined ? stock : name.start) - 1;
  while (at > start && BEFORE_NAME.test(lowerAt(tokens, at))) at -= 1;
  if (at <= start || !/^(?:on|in|for|to|with|against|of|at)$/.test(lowerAt(tokens, at))) return false;
  const before = tokens.slice(start, at);
  return before.some((token) => !isFiller(token) || token.lower === 'trading');
}
