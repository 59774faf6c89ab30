import type { Claim, InstrumentId, Moment, Proposal, Quotation, Subject } from '@streakline/events';
import type { ClaimContext } from '../claims/claim-context';
import { publicationOf } from '../claims/when/publication';
import { Names } from '../claims/whose/names';
import { tokensOf } from '../claims/words/tokens';
import type { Place, ReadText } from '../text/read-text';
import { findActs, type MainCompany } from './find-acts';
import { readAmounts } from './read-amounts';
import { type ArticleItself, sourcesOf } from './sources-of';
import type { SentenceWords, ToldAct } from './told-act';
import { cutEnd, cutTo } from '../text/cut';

const MOST_PROPOSALS = 20;
/** Sentences that are looked at; no article has more, and books are none. */
const MOST_SENTENCES = 2_000;
/** Characters; what goes on for longer is a table or a list. */
const LONGEST_SENTENCE = 2_000;
const LONGEST_QUOTATION = 300;
const DOLLARS = new Set(['USD', 'CAD', 'AUD', 'HKD', 'SGD', 'NZD']);

type Terms = Proposal['terms'];
type Told = Omit<Proposal, 'id' | 'state'>;

/**
 * The announcements that an article tells, each once, in its order: acts of instruments on record with their day, their
 * sums and their sources, in short headlines of ours; and those that its claims are tied to ("following its Feb. 5
 * earnings report").
 */
export function findProposals(
  text: ReadText,
  context: ClaimContext,
  article: ArticleItself,
  claims: readonly Claim[],
): Proposal[] {
  const sentences = wordsOf(text, context);
  const acts = findActs(sentences, publicationOf(context.published, context.zone), mainOf(context));
  const told = [
    ...merged(acts).map((act) => proposalOf(text, act, { sentences, article, currency: currencyOf(act, context) })),
    ...claims.flatMap((claim) => tiedTo(claim, context, article)),
  ];
  return onceEach(told)
    .slice(0, MOST_PROPOSALS)
    .map((proposal, index) => ({ id: `p${index + 1}`, ...proposal, state: 'proposed' }));
}

function mainOf({ mentions }: ClaimContext): MainCompany | null {
  const found = mentions.find(({ instrumentId }) => instrumentId !== null);
  return found === undefined || found.instrumentId === null ? null : { ...found, instrumentId: found.instrumentId };
}

/** The title repeats what the text says better. */
function wordsOf(text: ReadText, context: ClaimContext): SentenceWords[] {
  const names = new Names(context);
  return text.sentences
    .filter(({ paragraph, start, end }) => paragraph > 0 && end - start <= LONGEST_SENTENCE)
    .slice(0, MOST_SENTENCES)
    .map(({ start, end, paragraph }) => {
      const tokens = tokensOf(text.text, start, end);
      return { start, end, paragraph, text: text.text.slice(start, end), tokens, named: names.in(tokens) };
    });
}

/** An act that is told twice is one: the first has its words, and both have its parties. */
function merged(acts: readonly ToldAct[]): ToldAct[] {
  const byAct = new Map<string, ToldAct>();
  for (const act of acts) {
    const key = keyOf(act.kind, act.moment, act.subjects);
    if (!byAct.has(key)) byAct.set(key, act);
  }
  return [...byAct.values()];
}

interface Around {
  readonly sentences: readonly SentenceWords[];
  readonly article: ArticleItself;
  readonly currency: string;
}

function proposalOf(text: ReadText, act: ToldAct, { sentences, article, currency }: Around): Told {
  const { kind, headline, moment, subjects, sentence } = act;
  const amounts = kind === 'deal' || kind === 'funding' ? readAmounts(act, sentences, currency) : [];
  const terms: Terms = {
    kind,
    headline: cutTo(headline, 500),
    moment,
    subjects: [...subjects],
    amounts: amounts.map(({ amount }) => amount),
    sources: sourcesOf(text, act, article),
    relations: [],
  };
  return {
    terms,
    quotations: [sentence, ...amounts.map(({ place }) => place)].map((place) => quote(text.text, place)),
  };
}

/** What "$" means in the article: the issuer's dollars. */
function currencyOf({ subjects }: ToldAct, { instruments }: ClaimContext): string {
  const ids = subjects.flatMap((subject) => ('instrumentId' in subject ? [subject.instrumentId] : []));
  const currency = instruments.find(({ instrumentId }) => ids.includes(instrumentId))?.currency ?? 'USD';
  return DOLLARS.has(currency) ? currency : 'USD';
}

/** The announcement that a claim is tied to, where the article tells its kind and day. */
function tiedTo({ subject, relation, quotation }: Claim, { mentions }: ClaimContext, article: ArticleItself): Told[] {
  const { kind, on } = relation?.announcement ?? {};
  if (kind === undefined || on === undefined || !('instrumentId' in subject)) return [];
  const name = mentions.find(({ instrumentId }) => instrumentId === subject.instrumentId)?.name ?? 'The company';
  const { url, publisher } = article;
  const source = url === undefined ? [] : [{ url, ...(publisher === undefined ? {} : { publisher }) }];
  const terms: Terms = {
    kind,
    headline: `${name}: ${kind === 'earnings' ? 'results reported' : kind}`,
    moment: { on },
    subjects: [{ instrumentId: subject.instrumentId, role: 'issuer' }],
    ...{ amounts: [], sources: source, relations: [] },
  };
  return [{ terms, quotations: quotation === undefined ? [] : [quotation] }];
}

function onceEach(proposals: readonly Told[]): Told[] {
  const seen = new Set<string>();
  return proposals.filter(({ terms: { kind, moment, subjects } }) => {
    const key = keyOf(kind, moment, subjects);
    return !seen.has(key) && seen.add(key);
  });
}

function keyOf(kind: string, moment: Moment, subjects: readonly Subject[]): string {
  const issuer: InstrumentId | undefined = subjects.flatMap((each) =>
    'instrumentId' in each ? [each.instrumentId] : [],
  )[0];
  return `${kind} ${'at' in moment ? moment.at.slice(0, 10) : moment.on} ${issuer ?? ''}`;
}

function quote(text: string, { start, end }: Place): Quotation {
  const cut = cutEnd(text, start, end, LONGEST_QUOTATION);
  const space = cut < end ? text.lastIndexOf(' ', cut) : cut;
  const to = space > start ? space : cut;
  return { text: text.slice(start, to), start, end: to };
}
