import type { ClaimSubject } from '@streakline/events';
import type { ClaimContext, KnownInstrument } from '../claim-context';
import { type Token, tokensOf } from '../words/tokens';

/** Whom a claim may be about: an instrument on record with what is known of it, or a bare name. */
export interface Whose {
  readonly subject: ClaimSubject;
  readonly instrument: KnownInstrument | null;
}

/** Somebody named in the tokens from `start` to `end`. */
export interface Named extends Whose {
  readonly start: number;
  readonly end: number;
}

const LEGAL_FORM =
  /(?:,? (?:inc|incorporated|corp|corporation|company|co|ltd|limited|plc|sa|ag|se|nv|holdings?|group|lp|llc|common stock|ordinary shares|class [a-c]|cl [a-c])\.?)+$/i;

/** The names that texts use: as given, without the legal form, without ".com". Case counts: Target is no target. */
function shortNames(name: string): string[] {
  const bare = name.replace(/^the /i, '').replace(/\s+/g, ' ').trim();
  const short = bare.replace(LEGAL_FORM, '').replace(/ (?:&|and)$/, '');
  return [bare, short, short.replace(/\.com$/i, '')].filter((each) => each.length > 1);
}

interface Entry {
  readonly words: readonly string[];
  readonly whose: Whose;
}

/** Finds whom a sentence names, by the names and tickers on record and those that the article was found to mention. */
export class Names {
  private readonly byFirst = new Map<string, Entry[]>();

  constructor({ instruments, mentions }: ClaimContext) {
    const byId = new Map(instruments.map((instrument) => [instrument.instrumentId, instrument]));
    for (const instrument of instruments) {
      const whose = { subject: { instrumentId: instrument.instrumentId }, instrument };
      for (const name of instrument.names.flatMap(shortNames)) this.add(name, whose);
      // One capital alone is a word more often than a ticker.
      for (const ticker of instrument.tickers) if (ticker.length > 1) this.add(ticker, whose);
    }
    for (const { name, instrumentId } of mentions) {
      const instrument = instrumentId === null ? null : (byId.get(instrumentId) ?? null);
      const subject = instrumentId === null ? { name } : { instrumentId };
      for (const each of shortNames(name)) this.add(each, { subject, instrument });
    }
    for (const entries of this.byFirst.values()) entries.sort((a, b) => b.words.length - a.words.length);
  }

  /** In the order of the sentence; the longest name where several begin. */
  in(tokens: readonly Token[]): Named[] {
    const found: Named[] = [];
    for (let start = 0; start < tokens.length; start += 1) {
      const entry = this.byFirst
        .get(tokens[start]!.text)
        ?.find(({ words }) => words.every((word, index) => tokens[start + index]?.text === word));
      if (entry === undefined) continue;
      found.push({ ...entry.whose, start, end: start + entry.words.length });
      start += entry.words.length - 1;
    }
    return found;
  }

  private add(name: string, whose: Whose): void {
    const words = tokensOf(name, 0, name.length).map(({ text }) => text);
    const [first] = words;
    if (first === undefined) return;
    const entries = this.byFirst.get(first) ?? [];
    const taken = entries.some((entry) => entry.words.join(' ') === words.join(' '));
    if (!taken) this.byFirst.set(first, [...entries, { words, whose }]);
  }
}
