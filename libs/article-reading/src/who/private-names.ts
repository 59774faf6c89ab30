import type { Mention } from '@streakline/events';
import type { Place, ReadText } from '../text/read-text';

export interface PrivateName extends Place {
  readonly name: string;
}

/** What stands before a company's name, and what stands behind one: up to three words in capitals are the name. */
const NAME = String.raw`(\p{Lu}[\p{L}\p{N}&]{1,29}(?: \p{Lu}[\p{L}\p{N}&]{1,29}){0,2})`;
const BEFORE = new RegExp(
  String.raw`\b(?:startup|start-up|rival|competitor|supplier|partner|chipmaker|unicorn|lab|company|firm|maker|with|acquires?|acquired|acquiring|buying|buys?|bought|stake in|invests? in|invested in|investment in|investing in|merger with|backed),? ${NAME}`,
  'gu',
);
const BEHIND = new RegExp(
  String.raw`${NAME}(?:,? (?:Inc|Corp|Ltd|LLC|PLC|Labs|Technologies|Holdings|Systems|Therapeutics|Pharmaceuticals)\b\.?|, (?:a|the|an) (?:\w+ ){0,2}(?:startup|start-up|private(?:ly[ -]held)? company|company|firm|maker|lab|chipmaker)\b|, which is (?:not listed|private))`,
  'gu',
);
/** One word with a capital within: OpenAI, SoftBank. What ends in several (ChatGPT) is a product more often. */
const CAMEL = /\b\p{Lu}\p{Ll}+(?:\p{Lu}\p{Ll}+|AI)\b/gu;
/** Words in capitals that are no company's, or not yet one. */
const OTHER =
  /^(?:The|A|An|It|Its|His|Her|This|That|These|In|On|At|As|And|But|For|Wall|Street|White|House|January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|CEO|CFO|Chief|President|AI|US|EU|UK|China|Europe|America|Japan|Germany|India|Congress|Nasdaq|Dow|NYSE|SEC|FDA|FTC|Q[1-4])$/;

/** Names of companies that nobody on record has, as far as the words around them show them to be companies. Each once. */
export function privateNames(
  { text }: ReadText,
  known: readonly (Place & { readonly mention: Mention })[],
): PrivateName[] {
  const taken = known.map(({ mention }) => mention.name);
  const names = new Map<string, PrivateName>();
  for (const pattern of [BEFORE, BEHIND]) {
    for (const match of text.matchAll(pattern)) add(match[1] ?? '', match.index + match[0].indexOf(match[1] ?? ''));
  }
  for (const { 0: word, index } of text.matchAll(CAMEL)) {
    // A surname (DeSantis, McDonald) has another word in capitals before it, or a title.
    const before = text.slice(Math.max(0, index - 20), index);
    if (!/(?:\p{Lu}\p{L}+ |Mr\. |Ms\. |Dr\. |\p{L})$/u.test(before) && !/^(?:De|Mc|Mac|Van|Le|Di)\p{Lu}/u.test(word))
      add(word, index);
  }
  return [...names.values()];

  function add(found: string, start: number): void {
    const words = found.split(' ');
    while (words.length > 0 && OTHER.test(words.at(-1) ?? '')) words.pop();
    const name = words.join(' ');
    if (name.length < 2 || OTHER.test(words[0] ?? '') || names.has(name)) return;
    if (taken.some((other) => other === name || other.startsWith(`${name} `) || name.startsWith(`${other} `))) return;
    names.set(name, { name, start, end: start + name.length });
  }
}
