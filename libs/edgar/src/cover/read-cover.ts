import { Parser } from 'htmlparser2';
import { isDate } from '../calendar-date';
import { EdgarFileError } from '../edgar-file-error';
import type { CoverCount } from '../facts/read-share-counts';
import type { RefusedEntry } from '../refused-entry';

/** The counts that one cover states, without the filing that it belongs to. */
export interface CoverCounts {
  readonly counts: readonly Pick<CoverCount, 'countedOn' | 'shares' | 'shareClass' | 'symbol'>[];
  readonly refused: readonly RefusedEntry[];
}

/** What a fact holds of: a day, and the class of shares where it names one. */
interface Context {
  day?: string;
  shareClass?: string;
  /** Dimensions that are no class of shares: a fact of one part of the issuer. */
  others: number;
}

interface Fact {
  readonly context: string;
  readonly name: 'shares' | 'symbol';
  readonly scale: number;
  text: string;
}

/**
 * Reads the counts on the cover of a filing from its XBRL: the instance (`<name>_htm.xml`), or the document with the
 * facts in it (Inline XBRL). The fact is dei:EntityCommonStockSharesOutstanding, of the class that its context names on
 * us-gaap:StatementClassOfStockAxis; dei:TradingSymbol of the same class is its ticker.
 *
 * @throws EdgarFileError `notCover` where it holds no such fact
 */
export function readCover(text: string): CoverCounts {
  const { contexts, facts } = gathered(text);
  const counts: CoverCounts['counts'][number][] = [];
  const refused: RefusedEntry[] = [];
  for (const fact of facts.filter(({ name }) => name === 'shares')) {
    const context = contexts.get(fact.context);
    const shares = numberOf(fact);
    const where = `EntityCommonStockSharesOutstanding of context ${fact.context.slice(0, 80)}`;
    if (context?.day === undefined) refused.push({ where, reason: 'its context names no day' });
    else if (context.others > 0)
      refused.push({ where, reason: 'it is of a part of the issuer, by a dimension that is no class of shares' });
    else if (shares === undefined)
      refused.push({ where, reason: `${JSON.stringify(fact.text.slice(0, 40))} is no number of shares` });
    else counts.push({ countedOn: context.day, shares, ...classOf(context, contexts, facts) });
  }
  if (counts.length + refused.length === 0) {
    throw new EdgarFileError(
      'notCover',
      'holds no fact dei:EntityCommonStockSharesOutstanding: give the XBRL of an annual or quarterly report.',
    );
  }
  return { counts: withoutRepeats(counts), refused };
}

function classOf({ shareClass }: Context, contexts: ReadonlyMap<string, Context>, facts: readonly Fact[]) {
  if (shareClass === undefined) return {};
  const symbol = facts
    .find(({ name, context }) => name === 'symbol' && contexts.get(context)?.shareClass === shareClass)
    ?.text.trim();
  return { shareClass, ...(symbol === undefined || symbol === '' ? {} : { symbol }) };
}

function withoutRepeats(counts: CoverCounts['counts']): CoverCounts['counts'] {
  return [...new Map(counts.map((count) => [JSON.stringify(count), count])).values()];
}

function numberOf({ text, scale }: Fact): number | undefined {
  const digits = text.replace(/[,\s\u00a0]/g, '');
  if (!/^\d{1,18}(\.\d{1,6})?$/.test(digits)) return undefined;
  const shares = Number(digits) * 10 ** scale;
  return shares > 0 && Number.isFinite(shares) ? shares : undefined;
}

/** A filing of some MB holds thousands of facts; only two kinds of them are kept. */
function gathered(text: string): { contexts: ReadonlyMap<string, Context>; facts: readonly Fact[] } {
  const contexts = new Map<string, Context>();
  const facts: Fact[] = [];
  let context: Context | undefined;
  let fact: Fact | undefined;
  let inside: 'day' | 'class' | 'other' | undefined;
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        const name = localOf(tag);
        if (name === 'context') contexts.set(attributes['id'] ?? '', (context = { others: 0 }));
        if (context !== undefined) inside = partOf(name, attributes);
        fact = factOf(tag, attributes) ?? fact;
      },
      ontext(piece) {
        if (context !== undefined && inside !== undefined) tell(context, inside, piece.trim());
        if (fact !== undefined) fact.text += piece;
      },
      onclosetag(tag) {
        const name = localOf(tag);
        inside = undefined;
        if (name === 'context') context = undefined;
        if (fact !== undefined && isFactTag(tag)) {
          facts.push(fact);
          fact = undefined;
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  return { contexts, facts };
}

const FACTS: Readonly<Record<string, Fact['name']>> = {
  'dei:EntityCommonStockSharesOutstanding': 'shares',
  'dei:TradingSymbol': 'symbol',
};

/** In an instance the fact is an element of its name; in a document, ix:nonFraction or ix:nonNumeric with a name. */
function factOf(tag: string, attributes: Readonly<Record<string, string>>): Fact | undefined {
  const name = FACTS[tag] ?? (isInline(tag) ? FACTS[attributes['name'] ?? ''] : undefined);
  if (name === undefined) return undefined;
  const scale = Number(attributes['scale'] ?? 0);
  return {
    context: attributes['contextRef'] ?? '',
    name,
    scale: Number.isInteger(scale) && Math.abs(scale) < 13 ? scale : 0,
    text: '',
  };
}

function isFactTag(tag: string): boolean {
  return tag in FACTS || isInline(tag);
}

function isInline(tag: string): boolean {
  return /^ix:non(Fraction|Numeric)$/i.test(tag);
}

function partOf(name: string, attributes: Readonly<Record<string, string>>): 'day' | 'class' | 'other' | undefined {
  if (name === 'instant' || name === 'endDate') return 'day';
  if (name === 'typedMember') return 'other';
  if (name !== 'explicitMember') return undefined;
  return localOf(attributes['dimension'] ?? '') === 'StatementClassOfStockAxis' ? 'class' : 'other';
}

function tell(context: Context, part: 'day' | 'class' | 'other', piece: string): void {
  if (piece === '') return;
  if (part === 'day') {
    if (isDate(piece.slice(0, 10))) context.day = piece.slice(0, 10);
  } else if (part === 'class')
    context.shareClass = localOf(piece)
      .replace(/Member$/, '')
      .slice(0, 100);
  else context.others += 1;
}

function localOf(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
