import { type Token, lowerAt, wordSet } from '../words/tokens';
import type { Figure } from '../figures/figures';
import { closingVerbs, type Direction, moveNouns, moveParticles, moveVerbs } from '../words/moves';

/** Words that say where a price went. */
export interface Predicate {
  /** The word that has the direction. */
  readonly at: number;
  /** Whose it is stands before this token: the verb of "closed the day 1% lower", not its "lower". */
  readonly verb: number;
  readonly direction: Direction;
  readonly use: 'verb' | 'noun' | 'particle';
  readonly form: 'past' | 'bare' | 'ing' | 'third' | 'none';
  /** Said of the close. */
  readonly closing: boolean;
}

const BEFORE_NOUN =
  wordSet(`a an the its their this that 's straight consecutive successive day week month daily weekly steep
  sharp big biggest largest worst best steepest sharpest deep deepest modest slight brief percent % another intraday
  overall further total of session losing recent initial own early late friday's post earnings such those these some most all any earlier big further`);
const BE = wordSet('is was were are been be trading traded remain remains remained opened stood now still');
const PARTICLE_REACH = 4;
const CLOSE_REACH = 5;

/** All of a sentence, in order. */
export function predicatesOf(tokens: readonly Token[], figures: readonly Figure[]): Predicate[] {
  const found: Predicate[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const predicate = movingVerb(tokens, at, figures) ?? particle(tokens, at, figures, found.at(-1));
    if (predicate !== null) found.push(predicate);
  }
  return found;
}

function movingVerb(tokens: readonly Token[], at: number, figures: readonly Figure[]): Predicate | null {
  const { lower, text } = tokens[at]!;
  const noun = nounAt(tokens, at, figures);
  if (noun !== null) return { at, verb: at, direction: noun, use: 'noun', form: 'none', closing: false };
  const move = moveVerbs.get(lower);
  if (move === undefined || (text !== lower && at > 0 && text[0] !== lower[0] && tokens[at - 1]?.kind === 'word'))
    return null;
  const { form, needsParticle } = move;
  if (!needsParticle) return { at, verb: at, direction: move.direction, use: 'verb', form, closing: false };
  for (let next = at + 1; next <= at + PARTICLE_REACH + 2 && next < tokens.length; next += 1) {
    const direction = moveParticles.get(tokens[next]!.lower);
    if (direction !== undefined) return { at, verb: at, direction, use: 'verb', form, closing: false };
  }
  return null;
}

/** "a 5% drop", "a drop of 5%", "selloff", "sell-off"; not "shares drop". */
function nounAt(tokens: readonly Token[], at: number, figures: readonly Figure[]): Direction | null {
  const { lower } = tokens[at]!;
  if (lower === 'sell' && lowerAt(tokens, at + 1) === 'off') return 'down';
  const direction = moveNouns.get(lower);
  if (direction === undefined) return null;
  if (!moveVerbs.has(lower)) return direction;
  const before = tokens[at - 1];
  if (before !== undefined && (BEFORE_NOUN.has(before.lower) || figures.some(({ end }) => end === at)))
    return direction;
  return lowerAt(tokens, at + 1) === 'of' ? direction : null;
}

/** "1% higher", "down 12%", "closed lower"; the particle of a verb just found is no second one. */
function particle(
  tokens: readonly Token[],
  at: number,
  figures: readonly Figure[],
  last: Predicate | undefined,
): Predicate | null {
  const { lower } = tokens[at]!;
  const direction = moveParticles.get(lower);
  if (direction === undefined) return null;
  if (
    last !== undefined &&
    last.use === 'verb' &&
    at - last.at <= PARTICLE_REACH + 2 &&
    moveVerbs.get(tokens[last.at]!.lower)?.needsParticle === true
  )
    return null;
  const nextTo = figures.some(
    ({ is, start, end, core }) =>
      is === 'fraction' &&
      (end === at || start === at + 1 || core === at + 1 || (start === at + 2 && lowerAt(tokens, at + 1) === 'by')),
  );
  const closing = closingVerbBefore(tokens, at);
  if (closing !== null) return { at, verb: closing, direction, use: 'particle', form: 'past', closing: true };
  if (!nextTo || opens(tokens, at) || (lower === 'up' && lowerAt(tokens, at + 1) === 'to')) return null;
  return { at, verb: verbBefore(tokens, at), direction, use: 'particle', form: 'past', closing: false };
}

/** "Opened 0.5% lower": where a session began is no move of ours. */
function opens(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(Math.max(0, at - 4), at).some(({ lower }) => /^open(?:ed|ing|s)$/.test(lower));
}

function closingVerbBefore(tokens: readonly Token[], at: number): number | null {
  for (let before = at - 1; before >= Math.max(0, at - CLOSE_REACH - 2); before -= 1) {
    const { lower, kind, text } = tokens[before]!;
    if (closingVerbs.has(lower)) return before;
    if (kind === 'sign' && text !== '%' && text !== '$') return null;
  }
  return null;
}

/** Of "is down 12%", the "is". */
function verbBefore(tokens: readonly Token[], at: number): number {
  for (let before = at - 1; before >= Math.max(0, at - CLOSE_REACH); before -= 1)
    if (BE.has(tokens[before]!.lower)) return before;
  return at;
}
