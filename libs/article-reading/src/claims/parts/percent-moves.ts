import { lowerAt } from '../words/tokens';
import type { Draft } from './draft';
import { draftOf, settingOf } from './figure-claims';
import { fromAnExtreme, governing, ofMarketValue } from './governing';
import type { Story } from './story';
import type { Figure } from '../figures/figures';
import type { Predicate } from '../sentence/predicates';
import { marketValueBefore } from './market-values';

/** More than this a price cannot fall; and nobody tells of a stock that rose a hundredfold in percent. */
const MOST = { down: 1, up: 100 };

/** "closed 1% higher on Friday", "is down 12% since Feb. 5", "a 5% drop": shares of the price, or of the market value. */
export function percentMove(story: Story, figure: Figure, earlier: readonly Draft[]): Draft[] {
  if (figure.is !== 'fraction' || isRange(story, figure) || isMeasuredBySomething(story, figure)) return [];
  const predicate = governing(story.reading, figure);
  if (predicate === null || figure.stated.value > MOST[predicate.direction]) return [];
  const value = marketValueBefore(story, predicate.verb);
  const of = value !== null || ofMarketValue(story.reading, figure.end) ? 'marketCap' : 'price';
  const setting = settingOf(story, { predicate, start: figure.start, end: figure.end }, earlier, value ?? undefined);
  if (setting === null) return [];
  if (setting.measured === 'close' && isUndone(story, predicate, figure.start)) return [];
  const change = {
    of,
    unit: 'fraction',
    figure: figure.stated,
    measured: setting.measured,
  } as const;
  return setting.found.whose.map((whose) => ({ ...draftOf(setting, predicate, figure.core), whose, change }));
}

/** "12% below its high", "5% more than the index": not what the price did in a time that is told. */
function isMeasuredBySomething({ reading }: Story, { start, end }: Figure): boolean {
  if (lowerAt(reading.tokens, start - 1) === 'not') return true;
  const compared = /^(?:more|less|better|worse|faster|lower|higher)$/.test(lowerAt(reading.tokens, end));
  return (compared && lowerAt(reading.tokens, end + 1) === 'than') || fromAnExtreme(reading, end);
}

/** "5% to 7%", "between 3% and 5%", "3% and 5%, respectively": not one figure of one stock. */
function isRange({ reading: { tokens, figures } }: Story, { start, end }: Figure): boolean {
  const tie = /^(?:to|and|–|—)$/;
  const near = (at: number): boolean =>
    figures.some((other) => other.is === 'fraction' && (other.end === at || other.start === at));
  if (tie.test(lowerAt(tokens, end)) && near(end + 1)) return true;
  if (tie.test(lowerAt(tokens, start - 1)) && near(start - 1)) return true;
  if (tokens[start]?.joined === true && near(start)) return true;
  return tokens[end]?.joined === true && tokens[end]?.kind === 'number';
}

const UNDOING =
  /^(?:eras|revers|par(?:e|es|ed|ing)$|recoup|trimm?|overc[ao]m|shrugg|surrender|recover|rebound|bounc|clawed|swung|wip|fail)/;

/** "Erased a loss of 1.3%", "reversed an earlier 1.3% drop": a move that the close no longer had. */
function isUndone({ reading: { tokens } }: Story, { use, at }: Predicate, start: number): boolean {
  const first = Math.min(start, at);
  return use === 'noun' && tokens.slice(Math.max(0, first - 5), first).some(({ lower }) => UNDOING.test(lower));
}
