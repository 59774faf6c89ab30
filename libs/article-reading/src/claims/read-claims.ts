import type { Claim, ClaimSpan, Quotation } from '@streakline/events';
import type { ReadText, Sentence } from '../text/read-text';
import type { ClaimContext, ReadClaim } from './claim-context';
import type { Draft } from './parts/draft';
import { hoped } from './parts/hoped';
import { recordsOf } from './parts/records';
import { relationsOf } from './parts/relations';
import { sentenceClaims } from './parts/sentence-claims';
import type { Story } from './parts/story';
import { namesOf, readSentence } from './sentence/sentence-reading';
import { type Publication, publicationOf, Sessions } from './when/publication';
import type { DateBudget } from './when/times';
import { type Named, Names, type Whose } from './whose/names';
import { opensWithStranger } from './whose/strangers';
import type { Topic } from './whose/subject-of';
import type { Token } from './words/tokens';

/** More claims than these no article makes; what lies beyond is not read. */
const MOST_CLAIMS = 300;
const MOST_DATED_SENTENCES = 400;
const LONGEST_QUOTATION = 300;
const MOST_SILENT = 1;

/**
 * The claims about the tape that a text makes, in its order, with ids `c1`, `c2`...: streaks, moves, market values,
 * levels and records, each told of somebody and of a time. What is forecast, wished, asked or told of another figure is
 * none; where it cannot be told whose a figure is, or of when, it is left out rather than guessed. Never throws; time
 * linear in the text (at most 300 claims, and 400 sentences with dates, are read).
 */
export function readClaims(text: ReadText, context: ClaimContext): ReadClaim[] {
  const reader = new Reader(text, context);
  for (const sentence of text.sentences) if (!reader.read(sentence)) break;
  return reader.claims;
}

class Reader {
  readonly claims: ReadClaim[] = [];
  private readonly names: Names;
  private readonly main: Whose | null;
  private readonly publication: Publication;
  private readonly budget: DateBudget = { left: MOST_DATED_SENTENCES };
  private readonly sessions = new Map<string, Sessions>();
  private readonly told: Draft[] = [];
  private stock: Whose | null = null;
  /** Its paragraph spoke last of somebody whose tape we have not: "the stock" may be his. */
  private astray = false;
  private claimed: Whose | null = null;
  private paragraph = -1;
  /** Sentences since the last that named somebody or told a claim. */
  private silent = 0;
  private lastStreak: string | null = null;

  constructor(
    private readonly text: ReadText,
    context: ClaimContext,
  ) {
    this.names = new Names(context);
    this.publication = publicationOf(context.published, context.zone);
    this.main = mainOf(context);
  }

  /** False: enough was read. */
  read(sentence: Sentence): boolean {
    if (sentence.paragraph !== this.paragraph) this.astray = false;
    const { tokens, named } = namesOf(this.text.text, sentence, this.names);
    const reading = readSentence(this.text.text, { tokens, named }, this.publication.day, this.budget);
    const drafts = reading === null ? [] : sentenceClaims(this.story(reading));
    this.take(drafts, tokens);
    this.follow(sentence, named, drafts);
    const strange = first(named) === null && drafts.length === 0 && (named.length > 0 || opensWithStranger(tokens));
    this.astray = strange || (this.astray && first(named) === null && drafts.length === 0);
    return this.claims.length < MOST_CLAIMS;
  }

  private story(reading: Story['reading']): Omit<Story, 'streaks'> {
    return {
      reading,
      relations: relationsOf(reading),
      records: recordsOf(reading, this.publication.day).filter(({ start }) => !hoped(reading.tokens, start)),
      topic: this.topic(),
      publication: this.publication,
      before: this.told,
      sessionsOf: (whose) => this.sessionsOf(whose),
    };
  }

  private topic(): Topic {
    return { stock: this.astray ? null : (this.stock ?? this.main), claimed: this.claimed };
  }

  private sessionsOf({ instrument }: Whose): Sessions {
    const mic = instrument?.mic ?? '';
    const known = this.sessions.get(mic) ?? new Sessions(instrument);
    this.sessions.set(mic, known);
    return known;
  }

  /** Whom the next sentence means by "the stock": whose tape this one told of, else the first on record it named. */
  private follow({ paragraph }: Sentence, named: readonly Named[], drafts: readonly Draft[]): void {
    const last = drafts.at(-1)?.whose ?? null;
    const known = first(named);
    if (paragraph !== this.paragraph && last === null && known === null && this.claimed === null) this.stock = null;
    this.stock = last ?? known ?? this.stock;
    if (last !== null || known !== null) this.silent = 0;
    else this.silent += 1;
    // What other sentences said in between makes "it" somebody else's.
    this.claimed = last ?? (known === null && this.silent <= MOST_SILENT ? this.claimed : null);
    this.paragraph = paragraph;
  }

  private take(drafts: readonly Draft[], tokens: readonly Token[]): void {
    const room = MOST_CLAIMS - this.claims.length;
    const first = this.claims.length + 1;
    const taken = drafts.slice(0, room).map((draft, index) => ({ draft, id: `c${first + index}` }));
    // "Fell 18% over nine straight sessions": the streak of the same sentence may stand behind the figure.
    let own = taken.find(({ draft: { length } }) => length !== undefined)?.id ?? null;
    for (const { draft, id } of taken) {
      this.claims.push({ claim: this.claimOf(draft, id, own ?? this.lastStreak, tokens) });
      this.told.push(draft);
      if (draft.length === undefined) continue;
      this.lastStreak = id;
      own = id;
    }
  }

  private claimOf(draft: Draft, id: string, streak: string | null, tokens: readonly Token[]): Claim {
    const { direction, length, relation, change, level, record } = draft;
    const span = spanOf(draft, streak);
    return {
      id,
      subject: draft.whose.subject,
      quotation: quote(this.text.text, tokens, draft),
      ...defined({ direction, length, span, relation, change, level, record }),
    };
  }
}

function first(named: readonly Named[]): Named | null {
  return named.find(({ instrument }) => instrument !== null) ?? null;
}

function spanOf({ span }: Draft, streak: string | null): ClaimSpan | undefined {
  if (span?.is !== 'streakOf') return span;
  return streak === null ? undefined : { is: 'streakOf', claimId: streak };
}

/** Whom the article is about: the first on record that it mentions, else the only one that could be meant. */
function mainOf({ instruments, mentions }: ClaimContext): Whose | null {
  const id = mentions.find(({ instrumentId }) => instrumentId !== null)?.instrumentId;
  const only = instruments.length === 1 ? instruments[0] : undefined;
  const known = instruments.find(({ instrumentId }) => instrumentId === id);
  if (id !== undefined && id !== null) return { subject: { instrumentId: id }, instrument: known ?? null };
  return only === undefined ? null : { subject: { instrumentId: only.instrumentId }, instrument: only };
}

function defined<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;
}

/** The words from the claim's subject to its last part; the end of very long ones falls away at a word. */
function quote(text: string, tokens: readonly Token[], { start, end }: Draft): Quotation {
  const from = tokens[start]?.start ?? 0;
  let last = Math.min(end, tokens.length) - 1;
  const tooLong = (): boolean => (tokens[last]?.end ?? 0) - from > LONGEST_QUOTATION;
  while (last > start && (tooLong() || /^[,;:.(]$/.test(tokens[last]!.text))) last -= 1;
  const to = Math.min(tokens[last]?.end ?? from + 1, from + LONGEST_QUOTATION);
  return { text: text.slice(from, to), start: from, end: to };
}
