import type { KnownInstrument } from '../claims/claim-context';
import { nameForms } from './name-forms';
import type { WrittenTicker } from './quote-links';

/** ISO 10383 codes of the exchanges that texts name. */
const MICS: Readonly<Record<string, string>> = {
  ...{ NASDAQ: 'XNAS', XNAS: 'XNAS', NYSE: 'XNYS', XNYS: 'XNYS', NYSEARCA: 'ARCX', ARCX: 'ARCX' },
  ...{ AMEX: 'XASE', NYSEAMERICAN: 'XASE', XASE: 'XASE', LSE: 'XLON', LON: 'XLON', XLON: 'XLON', L: 'XLON' },
};
/** Among these a ticker names one security, whichever of them a text believes it to be listed on. */
const UNITED_STATES = new Set(['XNAS', 'XNYS', 'ARCX', 'XASE', 'BATS']);

/** As one agency writes it: AMZN.O, GE.N. */
const EXCHANGE_BEHIND = /\.(?:OQ|O|N|K|L)$/;

/** The instruments on record by all that a text may call them. */
export class Directory {
  private readonly byTicker = new Map<string, KnownInstrument[]>();
  private readonly byFirstWord = new Map<string, { readonly form: string; readonly instrument: KnownInstrument }[]>();

  /** @param instruments of those that share a name the first is meant, where nothing else tells */
  constructor(instruments: readonly KnownInstrument[]) {
    for (const instrument of instruments) {
      for (const ticker of instrument.tickers) push(this.byTicker, bare(ticker), instrument);
      for (const form of new Set(instrument.names.flatMap(nameForms))) {
        const [first] = /[\p{L}\p{N}]+/u.exec(form) ?? [];
        if (first !== undefined) push(this.byFirstWord, first, { form, instrument });
      }
    }
    for (const forms of this.byFirstWord.values()) forms.sort((a, b) => b.form.length - a.form.length);
  }

  /** Null: nobody on record has it, or several have and nothing tells which. */
  ofTicker({ ticker, exchange }: WrittenTicker): KnownInstrument | null {
    const found = this.byTicker.get(bare(ticker)) ?? this.byTicker.get(bare(ticker).replace(EXCHANGE_BEHIND, '')) ?? [];
    const mic = MICS[exchange ?? ''];
    const there = found.filter((instrument) => instrument.mic === mic);
    if (there[0] !== undefined) return there[0];
    const possible = found.filter((each) => mic === undefined || alike(each.mic, mic));
    return possible.length === 1 ? (possible[0] ?? null) : null;
  }

  /** Those whose name stands in the text at a place, by the longest name; `start` is where a word begins. */
  namedAt(text: string, start: number, word: string): { form: string; instruments: readonly KnownInstrument[] } | null {
    const forms = this.byFirstWord.get(word) ?? [];
    const found = forms.find(({ form }) => text.startsWith(form, start) && !goesOn(text, start + form.length));
    if (found === undefined) return null;
    return {
      form: found.form,
      instruments: forms.filter(({ form }) => form === found.form).map((each) => each.instrument),
    };
  }
}

/** A letter behind it makes another word of it; a hyphen makes somebody else: "Amazon-backed". */
function goesOn(text: string, end: number): boolean {
  return /^(?:[\p{L}\p{N}]|-\p{L})/u.test(text.slice(end, end + 2));
}

function alike(one: string | undefined, other: string): boolean {
  return one !== undefined && UNITED_STATES.has(one) && UNITED_STATES.has(other);
}

/** BRK.B, BRK-B and BRK/B are one. */
function bare(ticker: string): string {
  return ticker.toUpperCase().replace(/[-/]/g, '.');
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}
