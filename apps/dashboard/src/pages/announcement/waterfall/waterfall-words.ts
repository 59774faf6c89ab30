import { moneyChange, moneyLike } from '../../../words/money';
import { whole } from '../../../words/numbers';
import { day } from '../../../words/times';
import type { MarketCap } from '../answers';
import type { Waterfall } from './waterfall';

/** An amount of it, in the unit that suits the greater of its effects: so the bars can be added up. */
export function amountOf({ price, shares }: Waterfall, amount: number, currency: string): string {
  return moneyLike(amount, Math.max(Math.abs(price), Math.abs(shares)), currency);
}

/** The same of a change: with a plus too. */
export function effectOf(waterfall: Waterfall, amount: number, currency: string): string {
  return `${amount > 0 ? '+' : ''}${amountOf(waterfall, amount, currency)}`;
}

/** What the waterfall shows, for those who do not see it. */
export function waterfallSummary(waterfall: Waterfall, currency: string): string {
  const { from, to, before, price, shares, after } = waterfall;
  const level = (amount: number) => amountOf(waterfall, amount, currency);
  const total = moneyChange(price + shares, currency);
  const ends = `Market cap ${level(before)} at the close of ${day(from)}, ${level(after)} at that of ${day(to)}: ${total}`;
  return `${ends}, of it ${moneyChange(price, currency)} by the price and ${moneyChange(shares, currency)} by the share count.`;
}

/** What the effects come to, and of a span that began before the base close, how much of it lies on each side. */
export function togetherInWords({ before, after, atBase }: Waterfall, currency: string): string {
  const total = `Together ${moneyChange(after - before, currency)}`;
  if (atBase === null) return `${total}.`;
  const [early, late] = [moneyChange(atBase - before, currency), moneyChange(after - atBase, currency)];
  return `${total}: ${early} before the announcement, ${late} from day 0 on.`;
}

/** The share counts that both ends rest on. */
export function countsInWords(caps: readonly MarketCap[], { from, to }: Waterfall): string | null {
  const [first, last] = [from, to].map((session) => caps.find((cap) => cap.session === session));
  if (!first || !last || first.shares === null || last.shares === null) return null;
  const counted = ({ shares, countedOn }: MarketCap) => `${whole(shares)} shares (counted ${day(countedOn)})`;
  if (first.countedOn === last.countedOn) return `${counted(first)} at both closes.`;
  const since = caps.find(({ session, countedOn }) => session > from && countedOn === last.countedOn)?.session ?? to;
  return `${counted(first)} until the count that was known at the close of ${day(since)}: ${counted(last)}.`;
}

const REASONS: Readonly<Record<NonNullable<MarketCap['reason']>, string>> = {
  noShareCount: 'no share count was known at that close',
  staleShareCount: 'the newest share count was older than 400 days',
  otherClassMissing: 'another class of its shares has no bar or no share count',
  mixedCurrencies: 'its classes of shares trade in different currencies',
};

/** Why there is no market cap at one of the sessions. */
export function whyNoMarketCap(caps: readonly MarketCap[], sessions: readonly string[]): string {
  const missing = caps.find(({ session, reason }) => reason !== null && sessions.includes(session));
  if (missing === undefined || missing.reason === null) return 'No market cap is known at both closes.';
  return `There is no market cap on ${day(missing.session)}: ${REASONS[missing.reason]}.`;
}
