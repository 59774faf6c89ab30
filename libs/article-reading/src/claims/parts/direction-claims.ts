import type { Predicate } from '../sentence/predicates';
import type { TimePhrase } from '../when/time-phrase';
import { type SubjectFound, subjectOf } from '../whose/subject-of';
import type { Draft } from './draft';
import { draftOf, settingOf } from './figure-claims';
import { timeOf } from './span-of';
import type { Story } from './story';

/**
 * "closed higher on Friday", "shares fell on Tuesday": a direction without a figure. The close may be of the day of
 * publication; any other verb needs a day told, and a sentence that tells no figure.
 */
export function directionClaims(story: Story, told: readonly Draft[]): Draft[] {
  for (const predicate of story.reading.predicates) {
    if (predicate.use === 'noun' || predicate.form === 'ing') continue;
    if (told.length > 0 && (!predicate.closing || told.some(({ verb }) => verb === predicate.verb))) continue;
    const drafts = directionClaim(story, predicate);
    if (drafts.length > 0) return drafts;
  }
  return [];
}

function directionClaim(story: Story, predicate: Predicate): Draft[] {
  const found = subjectOf(story.reading, predicate.verb, story.topic);
  if (found === null || found.inherited) return [];
  const end = predicate.at + 1;
  const time = timeOfVerb(story, predicate, found);
  if (!standsAlone(story, predicate, time)) return [];
  if (time === null ? !predicate.closing : time.when.is !== 'day') return [];
  const setting = settingOf(story, { predicate, start: predicate.verb, end }, []);
  if (setting === null || setting.span?.is !== 'session' || setting.measured !== 'close') return [];
  const draft = draftOf(setting, predicate, predicate.at);
  return found.whose.map((whose) => ({ ...draft, whose }));
}

function timeOfVerb(story: Story, { at, verb }: Predicate, { whose, start }: SubjectFound): TimePhrase | null {
  const [first] = whose;
  if (first === undefined) return null;
  return timeOf(story, {
    clause: start,
    verb,
    start: verb,
    end: at + 1,
    whose: first,
    inherited: false,
    finite: true,
    closing: false,
  });
}

/** "Lost a customer", "added jobs": where an object stands behind the verb, that is what moved. */
function standsAlone({ reading }: Story, { at, verb }: Predicate, time: TimePhrase | null): boolean {
  const object = reading.tokens[at + 1];
  if (object === undefined || object.kind === 'sign') return true;
  if (time !== null && (time.start === at + 1 || time.end === verb)) return true;
  return /^(?:on|after|following|in|as|at|amid|sharply|again|and|for)$/.test(object.lower);
}
