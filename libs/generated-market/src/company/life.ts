import type { SeededRandom } from '@streakline/event-study';
import { planted } from '../planted';
import { between, wholeBetween } from '../returns/fat-tails';

/** How a company's listing ends, by the places of sessions in the market. */
export type Ending =
  /** From the session `from` on (its day 0) the price hugs `1 + premium` times the close before. */
  | { readonly kind: 'acquisition'; readonly from: number; readonly last: number; readonly premium: number }
  /** From the session `from` on the price falls away. */
  | { readonly kind: 'failure'; readonly from: number; readonly last: number };

export interface Life {
  /** Place of the first session traded. */
  readonly first: number;
  /** Null: it trades on at the end. */
  readonly ending: Ending | null;
}

const SESSIONS_A_YEAR = 252;
/** Nothing ends before it has lived so long: long enough for an estimation window and some reports. */
const LEAST_LIFE = 150;
const SHARE_LISTED_LATER = 0.2;

export function drawLife(random: SeededRandom, sessions: number): Life {
  const later = random.uniform() < SHARE_LISTED_LATER && sessions > 4 * LEAST_LIFE;
  const first = later ? wholeBetween(random, 1, sessions - 3 * LEAST_LIFE) : 0;
  return { first, ending: drawEnding(random, first, sessions) };
}

/** Of both endings the one that comes first, each at its own rate (exponential waiting). */
function drawEnding(random: SeededRandom, first: number, sessions: number): Ending | null {
  const waiting = (perYear: number) => Math.floor((-Math.log(1 - random.uniform()) / perYear) * SESSIONS_A_YEAR);
  const [bought, fails] = [waiting(planted.endings.acquisition), waiting(planted.endings.failure)];
  const from = first + LEAST_LIFE + Math.min(bought, fails);
  const premium = between(random, 0.15, 0.45);
  const last = from + (bought < fails ? wholeBetween(random, 40, 120) : wholeBetween(random, 60, 100));
  if (last >= sessions - 1) return null;
  return bought < fails ? { kind: 'acquisition', from, last, premium } : { kind: 'failure', from, last };
}

/** Place after the last session traded. */
export function endOf({ ending }: Life, sessions: number): number {
  return ending === null ? sessions : ending.last + 1;
}
