import type { SeededRandom } from '@streakline/event-study';
import type { MarketCalendar } from '../calendar';
import { type Company, randomOf } from '../company/company';
import { endOf } from '../company/life';
import { type Effects, effectsOf } from '../news/effects';
import type { News } from '../news/news';
import { normal, wholeBetween } from '../returns/fat-tails';
import type { MarketFactors } from '../returns/market-factors';
import { CorporateActions } from './corporate-actions';
import type { Bar } from './bar';
import { type DailyReturn, dailyReturns } from './daily-returns';
import { drawHalt } from './halts';
import { drawLateBars } from './late-bars';
import { ShareCounts } from './share-counts';
import { cents, type DrawnHalt, type Tape } from './tape';

/** Below the bid until it is paid: what waiting and doubt cost. */
const DISCOUNT = 0.03;
const THIN_SESSIONS = 0.05;
const SHARE_REVISED = 0.06;
const ERROR = 1.03;

/** One instrument's life, session by session: prices, what shares gave, who halted them. */
export function drawTape(
  seed: number,
  company: Company,
  news: readonly News[],
  calendar: MarketCalendar,
  factors: MarketFactors,
): Tape {
  const random = randomOf(seed, company.number, 'tape');
  return new TapeWalk(random, company, effectsOf(news, calendar.length), calendar, factors).walk();
}

class TapeWalk {
  private readonly bars: Bar[] = [];
  private readonly halts: DrawnHalt[] = [];
  private readonly actions: CorporateActions;
  private readonly shares: ShareCounts;
  private readonly returns: (place: number) => DailyReturn;
  /** As traded, not rounded. */
  private price: number;
  /** Log returns of sessions on which nothing traded: the next has them. */
  private pent = 0;
  private takeoverPrice: number | null = null;

  constructor(
    private readonly random: SeededRandom,
    private readonly company: Company,
    private readonly effects: Effects,
    private readonly calendar: MarketCalendar,
    factors: MarketFactors,
  ) {
    const { ending } = company.life;
    this.price = company.firstPrice;
    this.actions = new CorporateActions(random, company, ending?.from ?? calendar.length);
    this.shares = new ShareCounts(random, company, calendar);
    this.returns = dailyReturns(random, company, factors, effects);
  }

  walk(): Tape {
    const { life } = this.company;
    const end = endOf(life, this.calendar.length);
    for (let place = life.first; place < end; place++) this.session(place);
    const { splits, dividends, distributions } = this.actions;
    const { halts, bars, takeoverPrice } = this;
    const shareCounts = this.shares.filed;
    const firstSaidWrong = this.wrongBar();
    const drawn = drawLateBars(this.random, bars);
    const late = firstSaidWrong === null ? drawn : null;
    return { bars, splits, dividends, distributions, shareCounts, halts, firstSaidWrong, late, takeoverPrice };
  }

  private session(place: number): void {
    const { factor, paid } = this.actions.dueAt(place, this.price);
    const isQuiet = factor === 1 && paid === 0 && this.effects.overnight[place] === 0;
    this.price = Math.max(this.price / factor - paid, 0.005);
    this.shares.split(factor);
    const moved = this.returns(place);
    const halt = drawHalt(this.random, this.calendar, place);
    const thin = this.random.uniform();
    if (halt !== null && (isQuiet || !halt.wholeSession) && place > this.company.life.first) {
      const { wholeSession, ...told } = halt;
      this.halts.push(told);
      if (wholeSession) {
        this.pause(moved);
        return this.shares.close(place);
      }
    }
    if (this.company.thin && isQuiet && thin < THIN_SESSIONS && this.bars.length > 0) {
      this.pause(moved);
      const stale = cents(this.price);
      this.bars.push({ place, open: stale, high: stale, low: stale, close: stale, volume: 0 });
    } else this.trade(place, moved);
    this.shares.close(place);
    this.actions.decide(place, this.price);
  }

  private pause({ overnight, intraday }: DailyReturn): void {
    this.pent += overnight + intraday;
  }

  private trade(place: number, moved: DailyReturn): void {
    const { ending } = this.company.life;
    const bid = ending?.kind === 'acquisition' && place >= ending.from ? ending : null;
    const before = this.price;
    let open = before * Math.exp(moved.overnight + this.pent);
    this.price = open * Math.exp(moved.intraday);
    if (bid !== null) {
      this.takeoverPrice ??= cents(before * (1 + bid.premium));
      const left = (bid.last - place) / (bid.last - bid.from);
      open = this.takeoverPrice * (1 - DISCOUNT * left);
      this.price = open * Math.exp(0.002 * normal(this.random));
    }
    this.pent = 0;
    const news = this.effects.overnight[place] !== 0 || place === bid?.from;
    this.bars.push(this.barOf(place, open, this.price, Math.abs(Math.log(this.price / before)), news));
  }

  private barOf(place: number, from: number, to: number, move: number, news: boolean): Bar {
    const reach = () => Math.abs(normal(this.random)) * this.company.ownSd * 0.4;
    const [open, close] = [cents(from), cents(to)];
    const high = Math.max(open, close, cents(Math.max(from, to) * Math.exp(reach())));
    const low = Math.min(open, close, cents(Math.min(from, to) * Math.exp(-reach())));
    const { dailyTurnover, ownSd } = this.company;
    const busy = (1 + move / ownSd / 2) * (news ? 2 : 1) * Math.exp(0.35 * normal(this.random));
    const volume = Math.max(1, Math.round(this.shares.outstanding * dailyTurnover * busy));
    return { place, open, high, low, close, volume };
  }

  /** Too high by three percent, somewhere in the middle of a life, where a month is left to find out. */
  private wrongBar(): Bar | null {
    const isRevised = this.random.uniform() < SHARE_REVISED;
    const at = wholeBetween(this.random, 10, Math.max(10, this.bars.length - 40));
    const bar = this.bars[at];
    if (!isRevised || bar === undefined || bar.volume === 0) return null;
    const close = cents(bar.close * ERROR);
    return { ...bar, close, high: Math.max(bar.high, close) };
  }
}
