import type { InstrumentId } from '@streakline/events';
import type { KnownInstrument } from '../claims/claim-context';
import type { Place, ReadText } from '../text/read-text';
import type { Directory } from './directory';
import { isWord, LEGAL_FORM_BEHIND } from './name-forms';

export interface NameInText extends Place {
  readonly form: string;
  readonly instrument: KnownInstrument;
}

/** Words in capitals that may stand behind a company's name without making another of it. */
const MAY_FOLLOW =
  /^ (?:CEO|CFO|COO|CTO|Chief|Chairman|Chairwoman|President|Founder|Executive|Finance|Inc|Corp|Co|Ltd|PLC|LLC|Group|Holdings?|Class|Shares?|Stocks?)\b/;
/** "The Amazon" is a river unless something of the company's follows. */
const RIVER = /\b[Tt]he $/;
const OF_COMPANY =
  /^(?:['’]s|,? (?:deal|stock|shares?|board|chief|executive|spokes\w+|investment|partnership|report|earnings))/;

/**
 * Where a text names instruments on record. A name that is an ordinary word too (Target, Visa) counts only where a
 * capital can mean nothing but the name: within a sentence, or with its legal form, or where a link or ticker told
 * already that it is meant (`told`). Of several instruments of one name that which was told, else the first on record.
 */
export function namesInText(
  { text, sentences }: ReadText,
  directory: Directory,
  told: ReadonlySet<InstrumentId>,
): NameInText[] {
  const found: NameInText[] = [];
  let skipTo = 0;
  for (const sentence of sentences) {
    const words = text.slice(sentence.start, sentence.end);
    const heading = isHeading(words);
    for (const { 0: word, index } of words.matchAll(/[\p{L}\p{N}]+/gu)) {
      const start = sentence.start + index;
      if (start < skipTo || isInside(text, start)) continue;
      const named = directory.namedAt(text, start, word);
      if (named === null) continue;
      const { form, instruments } = named;
      skipTo = start + form.length;
      const instrument = instruments.find(({ instrumentId }) => told.has(instrumentId)) ?? instruments[0];
      if (instrument === undefined) continue;
      const first = heading || /^["“‘'(]*$/.test(words.slice(0, index));
      const sure = told.has(instrument.instrumentId) || isSure(text, { start, end: skipTo, form, first });
      if (sure) found.push({ form, instrument, start, end: skipTo });
    }
  }
  return found;
}

/** What a word's own meaning would not stand before. */
const AS_COMPANY =
  /^(?:['’]s\b| (?:shares|stock|said|reported|announced|unveiled|agreed|signed|raised|cut|fell|rose|gained|lost|dropped|slid|jumped|sank|surged|closed|ended|on (?:Mon|Tues|Wednes|Thurs|Fri)day)\b)/;

/** Most words in capitals, or no full stop: what a capital means there cannot be told. */
function isHeading(sentence: string): boolean {
  if (/[.!?]["”’')\]]*$/.test(sentence)) return false;
  const words = sentence.match(/\p{L}{4,}/gu) ?? [];
  return words.filter((word) => /^\p{Lu}/u.test(word)).length * 2 > words.length;
}

/** A word joined to the one before by a hyphen, a full stop or an at sign is part of it. */
function isInside(text: string, start: number): boolean {
  return start > 1 && /[\p{L}\p{N}][-.@_/]$/u.test(text.slice(start - 2, start));
}

interface Occurrence extends Place {
  readonly form: string;
  /** It begins a sentence, or stands in a heading. */
  readonly first: boolean;
}

function isSure(text: string, { start, end, form, first }: Occurrence): boolean {
  const behind = text.slice(end, end + 30);
  if (LEGAL_FORM_BEHIND.test(behind)) return true;
  if (RIVER.test(text.slice(Math.max(0, start - 5), start)) && !OF_COMPANY.test(behind)) return false;
  // Another name that begins with this one: "American Airlines" is not American.
  const oneWord = !form.includes(' ');
  if (oneWord && isWord(form) && /^ \p{Lu}\p{L}/u.test(behind) && !MAY_FOLLOW.test(behind)) return false;
  if (oneWord && /^\p{Ll}/u.test(form)) return false;
  if (!first || !isWord(form) || !oneWord) return true;
  return AS_COMPANY.test(behind);
}
