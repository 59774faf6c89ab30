import type { InstrumentId, Mention, Quotation } from '@streakline/events';
import type { KnownInstrument } from '../claims/claim-context';
import type { Place, ReadText } from '../text/read-text';
import { Directory } from './directory';
import { privateNames } from './private-names';
import { quoteLink } from './quote-links';
import { namesInText } from './names-in-text';
import { tickersIn } from './written-tickers';
import { cutEnd, cutTo } from '../text/cut';

const MOST_MENTIONS = 100;
/** Of one mention; the surest stands early. */
const MOST_PLACES = 200;

/** A mention, at the first place that has it. */
interface Found extends Place {
  readonly mention: Mention;
}

/** In the order of what is surest. */
const SUREST = ['asked', 'quoteLink', 'ticker', 'name'] as const;

/**
 * Whom an article means, in the order in which it introduces them, each once: by links to pages of quotes, by tickers, by
 * the names on record; and private companies, or listed ones that are not on record, as far as links, tickers and the
 * words around them show them to be companies.
 *
 * @param asked instruments that whoever sent it says it is about: the first of them leads
 */
export function findMentions(
  text: ReadText,
  instruments: readonly KnownInstrument[],
  asked: readonly InstrumentId[] = [],
): Mention[] {
  const directory = new Directory(instruments);
  const sure = [...linked(text, directory), ...tickered(text, directory)];
  const told = new Set(sure.flatMap(({ mention }) => mention.instrumentId ?? []));
  const byName = namesInText(text, directory, new Set([...told, ...asked])).map(
    ({ form, instrument, start, end }): Found => ({
      mention: { name: form, instrumentId: instrument.instrumentId, by: 'name' },
      ...{ start, end },
    }),
  );
  const known = [...askedFor(instruments, asked), ...sure, ...byName];
  const others = privateNames(text, known).map(({ name, start, end }): Found => ({
    mention: { name, instrumentId: null, by: 'name' },
    start,
    end,
  }));
  return onceEach([...known, ...others], text.text).slice(0, MOST_MENTIONS);
}

function askedFor(instruments: readonly KnownInstrument[], asked: readonly InstrumentId[]): Found[] {
  return asked.map((instrumentId, index) => {
    const name = instruments.find((each) => each.instrumentId === instrumentId)?.names[0] ?? instrumentId;
    const mention: Mention = { name: cutTo(name, 200), instrumentId, by: 'asked' };
    return { mention, start: index - asked.length, end: 0 };
  });
}

function linked({ text, links }: ReadText, directory: Directory): Found[] {
  return links.flatMap(({ href, start, end }): Found[] => {
    const written = quoteLink(href);
    if (written === null) return [];
    const instrument = directory.ofTicker(written);
    const name = cutTo(text.slice(start, end).trim(), 200) || written.ticker;
    const mention: Mention = {
      name,
      instrumentId: instrument?.instrumentId ?? null,
      by: 'quoteLink',
      ticker: written.ticker,
    };
    return [{ mention, start, end }];
  });
}

/** Capitals in brackets are a ticker only where somebody on record has it, or an exchange stands with them. */
function tickered({ text }: ReadText, directory: Directory): Found[] {
  return tickersIn(text).flatMap(({ sure, name, start, end, ...written }): Found[] => {
    const instrument = directory.ofTicker(written);
    if (instrument === null && (!sure || name === undefined)) return [];
    const mention: Mention = {
      name: cutTo(name ?? written.ticker, 200),
      instrumentId: instrument?.instrumentId ?? null,
      by: 'ticker',
      ticker: written.ticker,
    };
    return [{ mention, start, end }];
  });
}

/** The surest of several mentions of one, at the place of the first; whoever is on record under a name is nobody else. */
function onceEach(found: readonly Found[], text: string): Mention[] {
  const groups = new Map<string, Found[]>();
  const onRecord = new Map(
    found.flatMap(({ mention: { name, instrumentId } }) => (instrumentId ? [[name, instrumentId]] : [])),
  );
  for (const each of found) {
    const key = each.mention.instrumentId ?? onRecord.get(each.mention.name) ?? each.mention.name;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else if (group.length < MOST_PLACES) group.push(each);
  }
  return [...groups.values()]
    .map((group) => ({ first: Math.min(...group.map(({ start }) => start)), surest: surestOf(group) }))
    .sort((a, b) => a.first - b.first)
    .map(({ surest: { mention, start, end } }) => ({ ...mention, ...quoted(text, start, end) }));
}

function surestOf(group: readonly Found[]): Found {
  const [first, ...others] = group;
  if (first === undefined) throw new Error('a group of mentions holds one at least');
  const rank = ({ mention }: Found) => SUREST.indexOf(mention.by) + (mention.instrumentId === null ? SUREST.length : 0);
  return others.reduce((best, each) => (rank(each) < rank(best) ? each : best), first);
}

function quoted(text: string, start: number, end: number): { readonly quotation?: Quotation } {
  if (start < 0 || end <= start) return {};
  const to = cutEnd(text, start, end, 300);
  return { quotation: { text: text.slice(start, to), start, end: to } };
}
