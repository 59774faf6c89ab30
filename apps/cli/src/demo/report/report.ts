import type { PressClaim } from '../../../../../examples/amazon-2026/load';
import type { ReactionAnswer } from '../answers';
import type { AnnouncedCase, CaseAnswers } from '../read-back';
import { day, plural } from './format';
import { streakMoney } from './money';
import { paintWith, type Paint } from './paint';
import { pressAgainstTape } from './press';
import { dayZero, noteText, relation, windows } from './reaction';
import { streakStrip } from './strip';

const timings: Readonly<Record<string, string>> = {
  preMarket: 'before the open',
  intraday: 'during the session',
  afterClose: 'after the close',
  nonTradingDay: 'on a day without a session',
  unknown: 'at an unknown time of day',
};

/** The case told in plain text. Every figure in it comes from the API's answers, or is arithmetic on them. */
export function renderReport(
  answers: CaseAnswers,
  press: readonly PressClaim[],
  { colours }: { colours: boolean },
): string {
  const paint = paintWith(colours);
  const { bars, announcements } = answers;
  const title = 'Amazon, February 2026: what two announcements did to the shares';
  const basis = `Computed just now from ${plural(bars.length, 'bar')} of XNAS:AMZN (${bars[0]?.session} to ${bars.at(-1)?.session}), its benchmark and its share counts.`;
  const sections = announcements.flatMap((each, index) => ['', ...section(each, index + 1, answers, press, paint)]);
  return `${['', paint.heading(title), paint.dim(basis), ...sections, '', ...legend(paint)].join('\n')}\n`;
}

function section(
  each: AnnouncedCase,
  number: number,
  answers: CaseAnswers,
  press: readonly PressClaim[],
  paint: Paint,
): string[] {
  const { announcement, reactions } = each;
  const claims = press.filter((claim) => claim.about === announcement.externalId);
  return [
    paint.heading(`${number}  ${announcement.headline}`),
    ...amounts(announcement, paint),
    ...reactions.flatMap((reaction) => ofReaction(reaction, claims, answers, paint)),
  ];
}

/** The sums that were announced, each with how sure it is. */
function amounts({ amounts: list }: AnnouncedCase['announcement'], paint: Paint): string[] {
  return list.map(({ label, value, certainty, deadline }) => {
    const until = deadline === undefined ? '' : ` until ${deadline}`;
    return paint.dim(`   $${value / 1e9} bn ${certainty}${until}: ${label}`);
  });
}

function ofReaction(
  reaction: ReactionAnswer,
  claims: readonly PressClaim[],
  answers: CaseAnswers,
  paint: Paint,
): string[] {
  const { bars, streaks } = answers;
  const notes = reaction.notes.map((note) => `   Note: ${noteText(note, (id) => nameOf(answers, id))}.`);
  return [
    `   ${reaction.instrument}, ${timings[reaction.timing] ?? reaction.timing}: the last close before it was ${day(reaction.baseSession)}, day 0 is ${day(reaction.day0)}.`,
    '',
    ...pressAgainstTape(claims, { reaction, streaks, bars }, paint),
    '',
    `   ${relation(reaction)}`,
    ...streakPart(reaction, answers, paint),
    '',
    ...dayZero(reaction, bars, paint),
    '',
    ...windows(reaction, paint),
    ...notes.map((note) => paint.dim(note)),
  ];
}

/** A streak of which day 0 is a part is shown close by close; one that day 0 ended has been told in a sentence. */
function streakPart({ relation: kind, streak, day0 }: ReactionAnswer, answers: CaseAnswers, paint: Paint): string[] {
  if (kind !== 'extended' || streak === null || day0 === null) return [];
  return [
    '',
    ...streakStrip(answers.bars, streak, day0, paint),
    '',
    ...streakMoney(streak, answers.bars, answers.marketCaps, paint),
  ];
}

function nameOf({ announcements }: CaseAnswers, id: unknown): string {
  const index = announcements.findIndex(({ announcement }) => announcement.id === id);
  return index < 0 ? String(id) : `announcement ${index + 1}`;
}

function legend(paint: Paint): string[] {
  return [
    'Day 0 is the first session whose close is after the announcement. Returns are price returns on split-adjusted',
    'closes; total returns add dividends; abnormal returns are what the market model (days -260 to -11, total returns)',
    'leaves unexplained, t with the forecast-error term. Window [a,b] runs from close(a-1) to close(b). What falls',
    'together in time need not be cause and effect: nothing here says that it is.',
  ].map((line) => paint.dim(line));
}
