import type { announcementKinds } from '@streakline/events';

export type Kind = (typeof announcementKinds)[number];

/** How the press words an act of a company: the verb, and what it is about (the named group, where it is worth telling). */
export interface ActWords {
  readonly kind: Kind;
  readonly words: RegExp;
}

const OFFICE =
  'chief executive(?: officer)?|CEO|chief financial officer|CFO|finance chief|chief operating officer|COO|president|chairman|chairwoman|chair';

/* Between a verb and its object a few words of one clause may stand; bounded, so that no text makes them slow. */
const FEW = String.raw`[^.;,]{0,60}?`;

/** The surest first: of several in a sentence the first of these counts. */
export const acts: readonly ActWords[] = [
  act(
    'guidance',
    String.raw`(?<verb>raised|cut|lowered|lifted|trimmed|slashed|issued|withdrew|reaffirmed)\b${FEW}\b(?<what>forecast|guidance|outlook)`,
  ),
  act(
    'earnings',
    String.raw`(?:reported|posted|released|published|delivered|announced)\b${FEW}\b(?<what>earnings|results|(?:first|second|third|fourth)[- ]quarter|quarterly (?:profit|loss|revenue|sales))`,
  ),
  act('leadership', String.raw`(?<verb>named|appointed|hired|promoted)\b${FEW}\b(?<what>${OFFICE})`),
  act(
    'leadership',
    String.raw`(?<what>${OFFICE})\b[^.;]{0,60}?\b(?<verb>resigned|stepped down|will step down|is stepping down|is leaving)`,
  ),
  act('regulatory', String.raw`(?:won|received|secured|got)\b${FEW}\b(?<what>approval|clearance)`),
  act(
    'deal',
    String.raw`(?:unveiled|announced|struck|signed|reached|entered|inked|sealed|forged|confirmed|disclosed|agreed)\b${FEW}\b(?<what>strategic partnership|partnership|joint venture|collaboration|alliance|acquisition|merger|takeover|agreement|contract|pact|deal|stake)`,
  ),
  act(
    'deal',
    String.raw`(?:agreed to|has agreed to|will|is to|said it would|said it will) (?<verb>buy|acquire|take over|merge with)`,
  ),
  act(
    'funding',
    String.raw`(?:raised|secured|closed|sold)\b${FEW}\b(?<what>funding round|funding|financing|bonds|convertible notes|share sale|stock offering)`,
  ),
  act('product', String.raw`(?<verb>launched|introduced|rolled out)`),
];

function act(kind: Kind, words: string): ActWords {
  return { kind, words: new RegExp(String.raw`\b(?:${words})\b`, 'du') };
}

const DOWN = /^(?:cut|lowered|trimmed|slashed)/;
const COMING = /^(?:named|appointed|hired|promoted)/;

/** What happened, in words of ours. `what` is the object as the text words it, `others` who else it names. */
export function headlineOf(kind: Kind, verb: string, what: string, others: readonly string[]): string {
  switch (kind) {
    case 'earnings':
      return 'results reported';
    case 'guidance':
      return DOWN.test(verb) ? 'guidance lowered' : 'guidance given';
    case 'leadership':
      return COMING.test(verb) ? `new ${what}` : `${what} leaves`;
    case 'regulatory':
      return `${what} received`;
    case 'funding':
      return 'funding raised';
    case 'product':
      return 'product launched';
    case 'deal':
      return dealOf(verb, what, others.join(' and '));
    default:
      return 'announcement';
  }
}

function dealOf(verb: string, what: string, whom: string): string {
  if (/^(?:buy|acquire|take over)/.test(verb)) return `agreement to acquire ${whom || 'a company'}`;
  if (what === 'stake' && whom !== '') return `stake in ${whom}`;
  return `${what || 'agreement'}${whom === '' ? '' : ` with ${whom}`}`;
}
