import { dateSchema } from '@streakline/events';

const CONDITION =
  /\b(?:contingent|conditional|conditioned|dependent|depends|hinges|hinging|subject) (?:up)?(?:on|to) /i;
/** Who says so is no part of the condition. */
const ACCORDING =
  /,? (?:according to|the compan(?:y|ies) said|the filing (?:said|states|says)|a filing (?:said|shows))\b/i;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const DEADLINE =
  /\b(?:by|before|no later than|until) (?:(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? (?<day>\d{1,2}), (?<year>\d{4})|(?<iso>\d{4}-\d{2}-\d{2})|the end of (?<end>\d{4})|year-end (?<close>\d{4}))/;
const LONGEST = 300;

/** What a sum waits for: "contingent upon ...", as the sentence words it. */
export function conditionIn(sentence: string): string | null {
  const match = CONDITION.exec(sentence);
  if (match === null) return null;
  const rest = sentence.slice(match.index + match[0].length);
  const end = ACCORDING.exec(rest)?.index ?? rest.length;
  const condition = rest.slice(0, end).replace(/(?:(?<!\b\p{Lu}\.\p{Lu})\.|[,;\s])+$/u, '');
  if (condition.length <= LONGEST) return condition === '' ? null : condition;
  return `${condition.slice(0, condition.lastIndexOf(' ', LONGEST - 2))} …`;
}

/** The date until when: "by Dec. 31, 2028", "by the end of 2028". */
export function deadlineIn(sentence: string): string | null {
  const found = DEADLINE.exec(sentence)?.groups;
  if (found === undefined) return null;
  const { month, day = '', year = '', iso, end, close } = found;
  const last = end ?? close;
  const number = MONTHS.indexOf((month ?? '').toLowerCase()) + 1;
  const date =
    iso ??
    (last === undefined ? `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}` : `${last}-12-31`);
  return dateSchema.safeParse(date).success ? date : null;
}
