import { percent, plural, signed, whole } from '../../../words/numbers';
import type { Comparison, EventRequest, StudyWindow } from '../form/study-types';
import { daysWords } from './asked';
import { directions, outcomes } from './names';
import { chanceWords, pText } from './tests';

/** An average of what is studied: a percentage of returns, a plain number of anything else. */
export function averageText(value: number | null | undefined, studied: EventRequest['value']): string {
  return studied === 'return' ? percent(value) : signed(value, 4);
}

/** A window in a sentence, which says what was measured and nothing of why. */
export function windowSentence(window: StudyWindow, studied: EventRequest['value']): string {
  const { n, caar, positive, from, to } = window;
  const over = from === to ? `On ${daysWords(window)}` : `Over ${daysWords(window)}`;
  if (caar === null) return `${over} no event has a figure.`;
  const above = `${whole(Math.round(positive * n))} of them above zero`;
  return `${over} the average of ${plural(n, 'event')} is ${averageText(caar, studied)} beyond the model, ${above}.`;
}

/** A figure of a streak study: a share, a number of sessions, or a return. */
export function outcomeText(value: number | null, { outcome }: Pick<Comparison, 'outcome'>): string {
  if (value === null) return '–';
  if (outcome === 'lengthFromDay0') return value.toFixed(2);
  return outcome === 'extended' || outcome === 'began' ? `${(value * 100).toFixed(1)}%` : percent(value);
}

/** A difference of two such figures: sessions, or percentage points. */
export function differenceFigure(value: number | null, { outcome }: Pick<Comparison, 'outcome'>): string {
  return signed(value === null || outcome === 'lengthFromDay0' ? value : value * 100);
}

/** The same with its unit. */
function differenceText(value: number | null, about: Pick<Comparison, 'outcome'>): string {
  const unit = about.outcome === 'lengthFromDay0' ? 'sessions' : 'points';
  return value === null ? '–' : `${differenceFigure(value, about)} ${unit}`;
}

/** The comparison that a streak study is about, in sentences. */
export function primarySentences(primary: Comparison): readonly string[] {
  const { outcome, direction, n, announced, base, difference, interval, pValue, reason } = primary;
  const about = `${outcomes[outcome]}, ${directions[direction]}`;
  if (announced === null || base === null) return [`${about}: ${reason ?? 'there is no figure.'}`];
  const figures = `${outcomeText(announced, primary)} after ${plural(n, 'announcement')}, ${outcomeText(base, primary)} on matched ordinary sessions`;
  const within =
    interval === null
      ? ''
      : `, between ${differenceText(interval.lower, primary)} and ${differenceText(interval.upper, primary)} by resampled months`;
  return [
    `${about}: ${figures}.`,
    `The difference is ${differenceText(difference, primary)}${within}.`,
    ...(pValue === null
      ? []
      : [`Shifted calendars of announcements do as much by chance ${chanceWords(pValue)} (p ${pText(pValue)}).`]),
  ];
}
