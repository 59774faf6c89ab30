import type { InstrumentId, Moment, Subject } from '@streakline/events';
import type { Publication } from '../claims/when/publication';
import { type DateBudget, timesOf } from '../claims/when/times';
import type { Named } from '../claims/whose/names';
import type { Place } from '../text/read-text';
import { acts, headlineOf } from './act-words';
import type { SentenceWords, ToldAct } from './told-act';

/** Whom "the company" means. */
export interface MainCompany {
  readonly name: string;
  readonly instrumentId: InstrumentId;
}

/** Sentences at whose day of telling a lede without any date means the day of publication. */
const LEDE = 3;

/**
 * The acts of instruments on record that the sentences tell as done, each with its day: the one that its sentence tells,
 * or, at the beginning of the article, that of publication. What has no day is left out rather than misdated.
 */
export function findActs(
  sentences: readonly SentenceWords[],
  publication: Publication,
  main: MainCompany | null = null,
): ToldAct[] {
  const budget: DateBudget = { left: 100 };
  return sentences.flatMap((sentence, index) => {
    if (/^["“]/.test(sentence.text) || /\b(?:if|would have|might|could|may|reportedly|rumou?r)\b/.test(sentence.text))
      return [];
    const told = actIn(sentence, main);
    if (told === null) return [];
    const moment = momentOf(sentence, publication, budget, index < LEDE);
    return moment === null ? [] : [{ ...told, moment, sentence }];
  });
}

function actIn(sentence: SentenceWords, main: MainCompany | null): Omit<ToldAct, 'moment' | 'sentence'> | null {
  for (const { kind, words } of acts) {
    const match = words.exec(sentence.text);
    if (match === null) continue;
    const place = { start: sentence.start + match.index, end: sentence.start + match.index + match[0].length };
    const named = subjectsOf(sentence, place, kind === 'deal' || kind === 'funding');
    const subjects = named.length > 0 ? named : itself(sentence, place, main);
    const [issuer, ...others] = subjects;
    if (issuer === undefined) continue;
    const { verb = match[0], what = '' } = match.groups ?? {};
    const names = others.map(({ name }) => name);
    const headline = `${issuer.name}: ${headlineOf(kind, verb.toLowerCase(), what, names)}`;
    return { kind, headline, subjects: subjects.map(({ subject }) => subject), words: place };
  }
  return null;
}

/** "The company reported its results": whom the article is about, where nobody else is named before the verb. */
function itself(sentence: SentenceWords, words: Place, main: MainCompany | null): readonly NamedSubject[] {
  const before = sentence.text.slice(0, words.start - sentence.start);
  const others = sentence.named.some(({ start }) => (sentence.tokens[start]?.start ?? 0) < words.start);
  if (main === null || others || !/^(?:The (?:company|group|firm)|It)\b[^,;]{0,40}$/.test(before)) return [];
  return [{ name: main.name, subject: { instrumentId: main.instrumentId, role: 'issuer' } }];
}

interface NamedSubject {
  readonly name: string;
  readonly subject: Subject;
}

/** Who acts: named before the verb with nobody between. With whom: named behind it, or beside who acts. */
function subjectsOf(sentence: SentenceWords, words: Place, withOthers: boolean): readonly NamedSubject[] {
  const { tokens, named } = sentence;
  const placed = named.map((each) => ({
    ...each,
    from: tokens[each.start]?.start ?? 0,
    to: tokens[each.end - 1]?.end ?? 0,
  }));
  const before = placed.filter(({ to }) => to <= words.start);
  const actor = before.at(-1);
  if (actor === undefined || words.start - actor.to > 80) return [];
  const beside = before.at(-2);
  const both =
    beside !== undefined && /^(?: and |, )$/.test(textBetween(sentence, beside.to, actor.to - actor.from))
      ? [beside]
      : [];
  const actors = [...both, actor].filter(({ end }) => tokens[end]?.lower !== "'s");
  const behind = withOthers
    ? placed.filter((each) => each.from >= words.start && isParty(sentence, words, each.from))
    : [];
  const all = [...actors, ...behind];
  const issuer = actors.find(({ instrument }) => instrument !== null);
  if (issuer === undefined) return [];
  const target = /(?:buy|acquire|take over|stake)/.test(
    sentence.text.slice(words.start - sentence.start, words.end - sentence.start),
  );
  const others = all.filter((each) => !isSame(each, issuer));
  return [
    { name: nameOf(sentence, issuer), subject: withRole(issuer, sentence, 'issuer') },
    ...onceEach(others).map((each) => ({
      name: nameOf(sentence, each),
      subject: withRole(each, sentence, target ? 'target' : 'counterparty'),
    })),
  ];
}

function textBetween(sentence: SentenceWords, from: number, width: number): string {
  const next = sentence.named.find(({ start }) => (sentence.tokens[start]?.start ?? 0) > from);
  const to = next === undefined ? from + width : (sentence.tokens[next.start]?.start ?? from);
  return sentence.text.slice(from - sentence.start, to - sentence.start);
}

/** "with OpenAI", "acquire Figma", "a stake in Rivian": close behind what was done. */
function isParty({ text, start }: SentenceWords, words: Place, from: number): boolean {
  if (from < words.end) return true;
  const between = text.slice(words.end - start, from - start);
  return between.length <= 60 && /^(?: with| in| of| to (?:buy|acquire|merge with))?(?: \p{Ll}+){0,3} $/u.test(between);
}

function isSame(one: Named, other: Named): boolean {
  return JSON.stringify(one.subject) === JSON.stringify(other.subject);
}

function onceEach<Each extends Named>(named: readonly Each[]): Each[] {
  return named.filter((each, index) => named.findIndex((other) => isSame(each, other)) === index);
}

function nameOf({ text, tokens, start }: SentenceWords, { start: first, end }: Named): string {
  return text.slice((tokens[first]?.start ?? start) - start, (tokens[end - 1]?.end ?? start) - start);
}

function withRole(named: Named, sentence: SentenceWords, role: string): Subject {
  if ('instrumentId' in named.subject) return { instrumentId: named.subject.instrumentId, role };
  return { name: nameOf(sentence, named), role };
}

function momentOf(
  { text, tokens }: SentenceWords,
  publication: Publication,
  budget: DateBudget,
  lede: boolean,
): Moment | null {
  const times = timesOf(text, tokens, publication.day, budget);
  if (times === null) return null;
  const day = times.find(({ when }) => when.is === 'day')?.when;
  const timing = timingIn(text);
  const partOfDay = timing === undefined ? {} : { timing };
  if (day?.is === 'day') return { on: day.on, ...partOfDay };
  if (times.length > 0 || !lede || /\b(?:20|19)\d\d\b|\blast (?:week|month|quarter|year)\b/.test(text)) return null;
  return { on: publication.day, ...partOfDay };
}

function timingIn(text: string): 'preMarket' | 'afterClose' | undefined {
  if (/\b(?:after|following) (?:the )?(?:(?:closing )?bell|close|market(?:s)? close[ds]?)\b/i.test(text))
    return 'afterClose';
  if (/\bbefore (?:the )?(?:(?:opening )?bell|open|market(?:s)? open(?:s|ed)?)\b|\bpre-?market\b/i.test(text))
    return 'preMarket';
  return undefined;
}
