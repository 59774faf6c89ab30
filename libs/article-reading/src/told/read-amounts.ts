import type { Amount, Subject } from '@streakline/events';
import { type Figure, figuresOf } from '../claims/figures/figures';
import type { Named } from '../claims/whose/names';
import type { Place } from '../text/read-text';
import type { SentenceWords, ToldAct } from './told-act';
import { conditionIn, deadlineIn } from './terms-of-amounts';

/** An amount with the words that led to it. */
export interface ToldAmount {
  readonly amount: Amount;
  readonly place: Place;
  /** Who said "another", "the remaining": what "the second tranche" means later. */
  readonly further: boolean;
  /** "Up to": all parts together. */
  readonly whole: boolean;
}

interface AmountWords {
  readonly label: string;
  readonly certainty: Amount['certainty'];
  /** What stands just before the sum. */
  readonly before: RegExp;
  readonly further?: boolean;
}

const SOME = '(?: (?:about|around|roughly|nearly|more than|up to|at least|an?|as much as))?';
const WORDS: readonly AmountWords[] = [
  words(
    'First part',
    'committed',
    String.raw`(?:initial|first|upfront|immediate) (?:commitment|investment|payment|tranche|contribution)(?: of)?`,
  ),
  { ...words('Further part', 'committed', String.raw`(?:another|additional|further|remaining)`), further: true },
  words('Termination fee', 'conditional', String.raw`(?:termination|break-?up) fee of`),
  words('Investment', 'committed', String.raw`(?:investment|commitment|investing|stake)(?: of| worth)?`),
  words(
    'Spending',
    'spending',
    String.raw`(?:will|would|plans? to|agreed to|intends? to|commit(?:ted|s)? to) spend(?:ing)?`,
  ),
  words(
    'Investment',
    'committed',
    String.raw`(?:will|would|plans? to|agreed to|intends? to|commit(?:ted|s)? to) (?:invest|contribute|commit|provide)`,
  ),
  words('Price', 'committed', String.raw`(?:will pay|agreed to pay|would pay|valued at|worth|price of)`),
];
/** In the sentence that tells the act itself. */
const IN_ACT: readonly AmountWords[] = [
  words('Price', 'committed', String.raw`(?:for|in an?)`),
  words('Raised', 'committed', String.raw`(?:raised|secured|sold)`),
];
/** Of what was before. */
const BEFORE_NOW = /\b(?:existing|earlier|previous|original|prior)(?: \w+)?$/i;
const LEAST = 100_000;

function words(label: string, certainty: Amount['certainty'], before: string): AmountWords {
  return { label, certainty, before: new RegExp(`\\b${before}${SOME}$`, 'i') };
}

/**
 * The sums of an act: where the words before a sum say what it is of it, and nobody else is spoken of. The sum of all
 * parts falls away where its parts are told; conditions and deadlines are those that later sentences tie to a sum.
 */
export function readAmounts(act: ToldAct, sentences: readonly SentenceWords[], currency: string): ToldAmount[] {
  const told: ToldAmount[] = [];
  const from = sentences.indexOf(act.sentence);
  for (const sentence of sentences.slice(Math.max(0, from))) {
    const figures = figuresOf(sentence.tokens).filter(({ is, stated }) => is === 'money' && stated.value >= LEAST);
    for (const figure of figures) {
      const known = told.some(({ amount }) => amount.value === figure.stated.value);
      const found = known ? null : amountOf(act, sentence, figure, currency);
      if (found !== null) told.push(found);
    }
    explain(told, sentence, figures);
  }
  const parts = told.filter(({ whole }) => !whole).filter(({ amount }) => amount.label.endsWith('part'));
  const sum = parts.reduce((total, { amount }) => total + amount.value, 0);
  return told.filter(({ whole, amount }) => !(whole && amount.value === sum));
}

function amountOf(act: ToldAct, sentence: SentenceWords, figure: Figure, currency: string): ToldAmount | null {
  const start = sentence.tokens[figure.core]?.start ?? 0;
  const end = sentence.tokens[figure.end - 1]?.end ?? start;
  const before = sentence.text.slice(Math.max(0, start - sentence.start - 80), start - sentence.start).trimEnd();
  if (BEFORE_NOW.test(before) || !isOfParties(act.subjects, sentence, figure)) return null;
  const choices = sentence === act.sentence ? [...WORDS, ...IN_ACT] : WORDS;
  const found = choices.find((each) => each.before.test(before));
  if (found === undefined) return null;
  return { ...termsOf(found, figure, currency), place: quoted(sentence, start, end) };
}

/** "Up to" is no promise of all of it. */
function termsOf(
  { label, certainty, further = false }: AmountWords,
  { stated, currency: written = '$' }: Figure,
  currency: string,
): Omit<ToldAmount, 'place'> {
  const whole = stated.wording === 'upTo' || stated.wording === 'atMost';
  const atMost = whole && certainty === 'committed';
  const amount: Amount = {
    label: atMost ? `${label}, at most` : label,
    value: stated.value,
    currency: written === '$' ? currency : written,
    certainty: atMost ? 'conditional' : certainty,
  };
  return { amount, further, whole };
}

/** Whoever the sentence names before the sum is a party of the act, and so is whoever it is said to come from, known or not. */
function isOfParties(subjects: readonly Subject[], { named, tokens }: SentenceWords, { core, end }: Figure): boolean {
  const given = /^(?:from|by)$/.test(tokens[end]?.lower ?? '') && /^\p{Lu}/u.test(tokens[end + 1]?.text ?? '');
  const giver = named.find(({ start }) => start === end + 1);
  if (given && giver === undefined) return false;
  const told = named.filter(({ start }) => start < core);
  const all = given && giver !== undefined ? [...told, giver] : told;
  return all.every((each) => subjects.some((subject) => isSubject(subject, each)));
}

function isSubject(subject: Subject, { subject: named }: Named): boolean {
  if ('instrumentId' in subject) return 'instrumentId' in named && named.instrumentId === subject.instrumentId;
  return 'name' in named && named.name.toLowerCase() === subject.name.toLowerCase();
}

function explain(told: ToldAmount[], sentence: SentenceWords, figures: readonly Figure[]): void {
  const condition = conditionIn(sentence.text);
  const deadline = deadlineIn(sentence.text);
  if (condition === null && deadline === null) return;
  const values = figures.map(({ stated }) => stated.value);
  const named = told.findLastIndex(({ amount }) => values.includes(amount.value));
  const tranche = /\b(?:second|further|additional|remaining|later|rest|tranche|balance)\b/i.test(sentence.text);
  const place = named >= 0 ? named : tranche ? told.findLastIndex(({ further }) => further) : -1;
  const of = told[place];
  if (of === undefined) return;
  told[place] = {
    ...of,
    amount: {
      ...of.amount,
      ...(condition === null ? {} : { condition, certainty: 'conditional' }),
      ...(deadline === null ? {} : { deadline }),
    },
  };
}

/** The words around a sum, from a beginning of a word on. */
function quoted({ text, start: from }: SentenceWords, start: number, end: number): Place {
  const earliest = Math.max(0, start - from - 80);
  const space = earliest === 0 ? 0 : text.indexOf(' ', earliest) + 1;
  return { start: from + space, end };
}
