import type { SeededRandom } from '@streakline/event-study';
import type { Company } from '../company/company';
import { between, wholeBetween } from '../returns/fat-tails';
import { cents, type DrawnDistribution, type DrawnDividend, type DrawnSplit } from './tape';

const DEAR = 300;
const CHEAP = 2;
const AFTER_A_SPLIT = 80;
const RATIOS = [2, 3, 4, 5, 10, 20];
const CHANCE_A_SESSION = 0.03;
const DISTRIBUTION_CHANCE = 1 / (25 * 252);
const SESSIONS_TO_EX_DATE = 10;
const QUARTER = 63;
const KINDS = ['spinOff', 'special', 'returnOfCapital', 'rights'] as const;

/** Decides on splits, dividends and distributions as the price goes, and says what falls due at an open. */
export class CorporateActions {
  readonly splits: DrawnSplit[] = [];
  readonly dividends: DrawnDividend[] = [];
  readonly distributions: DrawnDistribution[] = [];
  private readonly firstDividend: number;

  constructor(
    private readonly random: SeededRandom,
    private readonly company: Company,
    /** Place from which on nothing is decided any more: the listing ends. */
    private readonly until: number,
  ) {
    this.firstDividend = company.life.first + wholeBetween(random, 20, 20 + QUARTER);
  }

  /** What a share gives and becomes at the open of this session. */
  dueAt(place: number, price: number): { readonly factor: number; readonly paid: number } {
    const split = this.splits.at(-1);
    const distribution = this.distributions.at(-1);
    const factor = split?.ex === place ? split.to / split.from : 1;
    const given = distribution?.ex === place ? distribution.value : 0;
    return { factor, paid: given + this.dividendAt(place, price) };
  }

  /** After a close, what it leads the company to decide. One thing at a time. */
  decide(place: number, close: number): void {
    const ex = place + SESSIONS_TO_EX_DATE;
    const [split, distribution] = [this.random.uniform(), this.random.uniform()];
    if (ex >= this.until || this.isPending(place)) return;
    if (close > DEAR && split < CHANCE_A_SESSION) {
      const to = RATIOS.find((ratio) => close / ratio < AFTER_A_SPLIT) ?? 20;
      this.splits.push({ ex, announced: place, from: 1, to });
    } else if (close < CHEAP && split < CHANCE_A_SESSION) {
      this.splits.push({ ex, announced: place, from: 10, to: 1 });
    } else if (distribution < DISTRIBUTION_CHANCE) {
      const kind = KINDS[this.random.below(KINDS.length)]!;
      this.distributions.push({ ex, announced: place, kind, value: cents(close * between(this.random, 0.02, 0.1)) });
    }
  }

  /** Whether something announced has yet to happen. */
  isPending(place: number): boolean {
    return (this.splits.at(-1)?.ex ?? -1) >= place || (this.distributions.at(-1)?.ex ?? -1) >= place;
  }

  private dividendAt(place: number, price: number): number {
    const since = place - this.firstDividend;
    const isDue = since >= 0 && since % QUARTER === 0 && place < this.until;
    if (!isDue || this.company.dividendYield === 0 || this.isPending(place)) return 0;
    const amount = cents(price * this.company.dividendYield);
    this.dividends.push({ ex: place, amount });
    return amount;
  }
}
