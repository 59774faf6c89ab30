import type { Claim } from '@streakline/events';
import { inWords } from '../figures/in-words';
import { type ReadingCode, readingWords } from '../verdict/reading';
import type { ClaimPart, ClaimVerdict, PartVerdict, Verdict } from '../verdict/verdict';

/** A verdict for people: what was claimed, one word, and one sentence why. */
export interface ClaimReport {
  /** The words that led to it, or, of a claim added by hand, what it states. */
  readonly claim: string;
  readonly verdict: ClaimVerdict['verdict'];
  readonly why: string;
}

const NOTHING = 'It states nothing that a tape could show';
const ORDER: readonly Verdict[] = ['contradicted', 'supported', 'uncheckable'];

/** The verdict on a claim in a sentence: where it differs from part to part, each part is named, what is wrong first. */
export function claimReport(claim: Claim, { verdict, parts }: ClaimVerdict): ClaimReport {
  const byWeight = ORDER.flatMap((word) => parts.filter((part) => part.verdict === word));
  const telling = byWeight.filter((part) => !isImplied(part, byWeight));
  const clauses = telling.map((part) => (verdict === 'partly' ? withPart(part) : clauseOf(part)));
  return {
    claim: claim.quotation?.text ?? claimInWords(claim),
    verdict,
    why: `${[...new Set(clauses)].join('; ') || NOTHING}.`,
  };
}

/** A direction that is judged as a figure beside it is needs no words of its own. */
function isImplied({ part, verdict }: PartVerdict, all: readonly PartVerdict[]): boolean {
  return part === 'direction' && all.some((other) => other.part !== 'direction' && other.verdict === verdict);
}

const PART_WORDS: Readonly<Record<ClaimPart, string>> = {
  direction: 'the direction',
  length: 'the length',
  span: 'the date',
  relation: 'the order in time',
  amount: 'the amount',
  record: 'the record',
  level: 'the level',
};

function withPart(part: PartVerdict): string {
  const { verdict, reading = [] } = part;
  const named =
    aside(reading) ?? `${PART_WORDS[part.part]}${reading.map((code) => ` ${readingWords[code]}`).join(',')}`;
  return `${named} is ${verdict}: ${clauseOf(part)}`;
}

/** What is judged beside the order in time. */
function aside(reading: readonly ReadingCode[]): string | undefined {
  if (reading.includes('cause')) return 'the cause';
  return reading.includes('date') ? 'the date of the announcement' : undefined;
}

/** Its sentences as one, without the full stop. */
function clauseOf({ why }: PartVerdict): string {
  return why.replace(/\.$/, '').replace(/\. /g, ': ');
}

function claimInWords({ direction, length, change, level, record }: Claim): string {
  const unitOf = (unit: string, currency = 'currency') => (unit === 'currency' ? currency : unit);
  const stated = [
    direction,
    length && `${inWords(length.figure.value, length.unit === 'calendarDay' ? 'day' : length.unit)} in a row`,
    change &&
      `${change.of === 'price' ? 'price' : 'market value'} by ${inWords(change.figure.value, unitOf(change.unit, change.currency))}`,
    level && `${level.of} ${level.relation} ${inWords(level.figure.value, level.currency ?? '').trim()}`,
    record && `${record.of} since ${record.since ?? 'ever'}`,
  ];
  return stated.filter((part) => part !== undefined).join(', ');
}
