import type { Claim } from '@streakline/events';
import { foundInWords, inWords, statedInWords } from '../figures/in-words';
import { type JudgedFigure, judgeExtreme, judgeRange, judgeValue } from '../figures/judge-figure';
import { type MeasuredSpan, measurementsOf, moneyOf } from '../figures/measurements-of';
import type { SpanEnds } from '../spans/span-reading';
import type { Stage } from '../stage/stage';
import type { Finding } from '../verdict/finding';
import { readingWords } from '../verdict/reading';
import type { Stated, Unit } from '../verdict/verdict';
import { elsewhere, elsewhereInWords } from './elsewhere';

type Change = NonNullable<Claim['change']>;

/** How much was gained or lost. */
export function amountOf(stage: Stage, claim: Claim): readonly Finding[] {
  const { change } = claim;
  if (change === undefined) return [];
  const money = moneyOf(stage, claim);
  const unit = 'missing' in money ? (change.currency ?? '') : money.unit;
  const stated: Stated = { value: change.figure.value, unit, wording: change.figure.wording };
  return measurementsOf(stage, claim).map((measured): Finding => {
    const { measurement } = measured;
    if ('missing' in measurement) return { ...measurement, verdict: 'uncheckable', stated };
    return { ...judged(stage, claim, change, measured, stated), reading: measurement.reading, stated };
  });
}

function judged(
  stage: Stage,
  claim: Claim,
  change: Change,
  { measurement, span, isOver }: MeasuredSpan,
  stated: Stated,
): Omit<Finding, 'reading'> {
  if ('missing' in measurement) throw new Error('Only what was measured can be judged.');
  const { low, high } = towards(claim, measurement);
  const figure = judgedFigure(stage, change, { low, high, isOver }, stated.unit);
  const isContradicted = figure.verdict === 'contradicted';
  const found = isContradicted && span !== undefined ? elsewhere(stage, claim, change, span) : undefined;
  const not = isContradicted ? `, not ${statedInWords(stated)}` : '';
  const instead = found === undefined ? '' : ` ${elsewhereInWords(found)}`;
  const by = measurement.reading.filter((code) => code.startsWith('count') || code === 'totalReturn');
  const how = by.length === 0 ? '' : `, ${by.map((code) => readingWords[code]).join(', ')}`;
  const why = `${placeInWords(stage, span)} ${movedInWords(claim, change, figure)}${how}${not}.${instead}`;
  return { ...figure, why, elsewhere: found };
}

function judgedFigure(
  stage: Stage,
  { figure, measured }: Change,
  { low, high, isOver }: { readonly low: number; readonly high: number; readonly isOver: boolean },
  unit: Unit,
): JudgedFigure {
  if (low === high) return judgeValue(stage, figure, low, unit);
  if (figure.wording === 'upTo' && measured === 'intraday') return judgeExtreme(stage, figure, high, isOver, unit);
  return judgeRange(stage, figure, low, high, unit);
}

/** A move as the claim counts it: falls are positive where it says that something fell, and any move where it does not say. */
function towards({ direction }: Claim, { low, high }: { readonly low: number; readonly high: number }) {
  if (direction === 'up') return { low, high };
  if (direction === 'down') return { low: -high, high: -low };
  const [a, b] = [Math.abs(low), Math.abs(high)];
  return low <= 0 && high >= 0 && low !== high
    ? { low: 0, high: Math.max(a, b) }
    : { low: Math.min(a, b), high: Math.max(a, b) };
}

function placeInWords({ known }: Stage, span: SpanEnds | undefined): string {
  if (span === undefined) return 'As observed outside of the hours,';
  const { base, last, within } = span;
  const [from, to] = [known.sessions[base] ?? '', known.sessions[last] ?? ''];
  const before = `the close of ${from} (${known.close[base]})`;
  return within ? `Within ${to}, against ${before},` : `From ${before} to that of ${to} (${known.close[last]})`;
}

function movedInWords({ direction }: Claim, { of }: Change, { found }: JudgedFigure): string {
  const what = of === 'price' ? 'the price' : 'the market value';
  const wrongWay = 'value' in found && found.value < 0;
  const fell = (direction === 'down') !== wrongWay;
  const verb = direction === undefined || direction === 'unchanged' ? 'moved' : fell ? 'fell' : 'rose';
  if ('value' in found) return `${what} ${verb} ${inWords(Math.abs(found.value), found.unit)}`;
  return `${what} ${verb} ${foundInWords(found)}`;
}
