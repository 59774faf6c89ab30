import type { StudyResult, WindowDays } from '@streakline/event-study';
import { countText, dayText } from './figures';
import { modelWords } from './model-words';

const fromTo = ({ from, to }: WindowDays) => `${dayText(from)} to ${dayText(to)}`;

/** What the model expects, and from which days. */
export function modelSentence({ model, estimation }: StudyResult): string {
  return `Expected: ${modelWords[model].expects}; estimated on days ${fromTo(estimation)}.`;
}

/** Four decimals; what rounds to zero has no sign. */
const correlationText = (value: number) => (Math.abs(value) < 5e-5 ? '0.0000' : value.toFixed(4));

/** How far the events' abnormal returns go together, which the adjusted tests heed. Without such a test it is not computed. */
export function correlationSentence({ crossCorrelation, n }: StudyResult): string {
  const { value, pairing, pairs, sampled, standardError } = crossCorrelation;
  if (value === null && n < 2) return 'There is no pair of events, whose correlation could be known.';
  if (value === null)
    return 'The correlation of the events was not computed: no test that adjusts for it was asked for.';
  const paired =
    pairing === 'estimationOverlap'
      ? 'over the calendar days that their estimation windows share'
      : 'weighted by the calendar days that their event windows share';
  const of = `${sampled ? 'a sample of ' : ''}${countText(pairs, 'pair')} of events, ${paired}`;
  const error = standardError === null ? '' : ` (standard error of the sampling ${standardError.toPrecision(2)})`;
  return `Mean correlation of ${of}: ${correlationText(value)}${error}.`;
}

/** The calendar-time portfolio in one sentence; null where there is none. */
export function portfolioSentence({ calendarTime }: StudyResult): string | null {
  if (calendarTime === null) return null;
  const { days, mostFirms, alpha, alphaT, alphaP } = calendarTime;
  return (
    `Calendar-time portfolio, ${countText(days, 'day')} with at most ${countText(mostFirms, 'firm')}: ` +
    `alpha ${(alpha * 100).toFixed(3)}% a day, t ${alphaT.toFixed(2)}, p ${alphaP.toFixed(4)} (Jaffe 1974; Mandelker 1974; Fama 1998).`
  );
}
