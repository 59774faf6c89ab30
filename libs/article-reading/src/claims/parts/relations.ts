import { lowerAt, phraseAt, phrases } from '../words/tokens';
import type { AnnouncementMention, Claim } from '@streakline/events';
import { boundaryAt } from '../sentence/clauses';
import type { SentenceReading } from '../sentence/sentence-reading';
import type { Stretch } from '../sentence/stretch';
import type { Whose } from '../whose/names';

type Relation = NonNullable<Claim['relation']>;

/** "following its Feb. 5 earnings report": the words, and what they tie. */
export interface RelationPhrase extends Stretch {
  readonly relation: Relation;
  /** "since the report": also tells from when. */
  readonly since: boolean;
  /** Told of an earlier announcement ("last quarter's report"), or of somebody else's: no claim of ours rests on it. */
  readonly foreign: boolean;
  readonly of: Whose | null;
}

type Trigger = readonly [readonly (readonly string[])[], Relation['is'], boolean];
/** The longer first. The last says: because of. */
const triggers: readonly Trigger[] = [
  [
    phrases(
      'in the wake of|on the heels of|in the aftermath of|in the days after|in the days since|the day after|following|after|since',
    ),
    'following',
    false,
  ],
  [
    phrases(
      'because of|due to|thanks to|on the back of|in response to|in reaction to|on news of|on news that|as a result of|sparked by|triggered by|driven by|fueled by|caused by|prompted by|owing to',
    ),
    'following',
    true,
  ],
  [phrases('ahead of|in the run up to|in the runup to|prior to|leading up to|before'), 'preceding', false],
  [phrases('on the day of|the day of|on the day it|on the day that'), 'onDayOf', false],
];
const REACH = 14;
const EARNINGS = 'earnings results report reports reported reporting quarterly';

type Kind = NonNullable<AnnouncementMention['kind']>;
const kinds = new Map<string, Kind>([
  ...words('guidance guided outlook forecast', 'guidance'),
  ...words(
    'deal acquisition merger takeover buyout partnership pact acquire acquired acquiring merge investment',
    'deal',
  ),
  ...words('funding fundraising', 'funding'),
  ...words(
    'resignation resigned departure ceo cfo chairman appointment appointed retirement stepping successor',
    'leadership',
  ),
  ...words('launch launched launching unveiling unveiled unveils rollout recall', 'product'),
  ...words(
    'fda approval antitrust lawsuit regulator regulators regulatory ftc doj probe investigation ruling fine',
    'regulatory',
  ),
  ...words(EARNINGS, 'earnings'),
]);

function words(list: string, kind: Kind): (readonly [string, Kind])[] {
  return list.split(' ').map((word) => [word, kind] as const);
}

/** The ties to announcements in a sentence, in order. */
export function relationsOf(reading: SentenceReading): RelationPhrase[] {
  const found: RelationPhrase[] = [];
  for (let at = 0; at < reading.tokens.length; at += 1) {
    const phrase = relationAt(reading, at);
    if (phrase === null) continue;
    found.push(phrase);
    at = phrase.end - 1;
  }
  return found;
}

function relationAt(reading: SentenceReading, at: number): RelationPhrase | null {
  for (const [list, is, causal] of triggers) {
    const length = phraseAt(reading.tokens, at, list);
    if (length === 0) continue;
    const told = announcementIn(reading, at + length);
    if (told === null) return null;
    const { kind, end, on, foreign, of } = told;
    const announcement: AnnouncementMention = { kind, ...(on === undefined ? {} : { on }) };
    const since = reading.tokens[at]!.lower === 'since';
    return { start: at, end, relation: { is, announcement, causal }, since, foreign, of };
  }
  return null;
}

interface Told {
  readonly kind: Kind;
  readonly end: number;
  readonly on?: string;
  readonly foreign: boolean;
  readonly of: Whose | null;
}

function announcementIn(reading: SentenceReading, from: number): Told | null {
  const { tokens, times, names } = reading;
  let end = from;
  while (end < Math.min(tokens.length, from + REACH) && (end === from || !endsPhrase(reading, end))) end += 1;
  const at = strongest(reading, from, end);
  if (at === null) return null;
  const named = names.find(({ start }) => start >= from && start < at.at);
  // A date belongs to it where it stands before its word, or close behind.
  const time = times.find(
    (each) => each.start >= from - 1 && each.start <= at.at + 3 && each.start < end + 1 && each.when.is !== 'lastDays',
  );
  const earlier = tokens
    .slice(from, at.at)
    .some(({ lower }) => ['last', 'previous', 'prior', 'earlier', 'former'].includes(lower));
  const day = time?.when.is === 'day' ? time.when.on : undefined;
  const foreign = earlier && day === undefined;
  const told = {
    kind: at.kind,
    end: Math.max(
      at.at +
        1 +
        (/^(?:report|reports|results|announcement|release|call|deal|statement)$/.test(lowerAt(tokens, at.at + 1))
          ? 1
          : 0),
      time?.end ?? 0,
    ),
    foreign,
    of: named ?? null,
  };
  return day === undefined ? told : { ...told, on: day };
}

/** Stops, and words that begin another thought; saying words do not ("after it reported earnings"). */
function endsPhrase(reading: SentenceReading, at: number): boolean {
  const { lower } = reading.tokens[at]!;
  if (kinds.has(lower) || /^(?:announc|unveil|that|report|said|sign)/.test(lower)) return false;
  return boundaryAt(reading, at) || reading.figures.some(({ is, start }) => is === 'fraction' && start === at);
}

/** An earnings report that is told by its forecast is still one; otherwise the first word decides. */
function strongest(
  { tokens }: SentenceReading,
  from: number,
  end: number,
): { readonly kind: Kind; readonly at: number } | null {
  let first: { kind: Kind; at: number } | null = null;
  for (let at = from; at < end; at += 1) {
    const { lower } = tokens[at]!;
    const kind = kinds.get(lower);
    // "reported" alone may report anything: the word behind it says what.
    if (kind === undefined) continue;
    if (first === null || (first.kind === 'earnings' && /^report/.test(tokens[first.at]!.lower) && at - first.at <= 4))
      first = { kind, at };
  }
  return first;
}
