import type { BarAnswer, MarketCapAnswer, RunAnswer } from '../answers';
import { columns } from './columns';
import { billions, percent, shares } from './format';
import type { Paint } from './paint';

/** What a streak took or gave, and how much of it lies before the announcement. */
export function streakMoney(
  streak: RunAnswer,
  bars: readonly BarAnswer[],
  caps: readonly MarketCapAnswer[],
  paint: Paint,
): string[] {
  const whole = [
    `the whole ${streak.direction === 'falling' ? 'fall' : 'rise'}`,
    String(streak.length),
    percent(streak.return),
  ];
  const effects = [billions(streak.priceEffect), billions(streak.shareCountEffect)];
  const before = [
    'before it',
    String(streak.lengthAtBase),
    percent(returnBefore(streak)),
    billions(marketCapBefore(streak)),
    '',
    '',
  ];
  const after = [
    'from day 0 on',
    String(streak.lengthFromDay0),
    percent(streak.returnFromDay0),
    billions(streak.marketCapChangeFromDay0),
    '',
    '',
  ];
  const head = ['', 'sessions', 'return', 'market cap', 'by price', 'by share count'];
  return [
    ...columns(head, [[...whole, billions(streak.marketCapChange), ...effects], before, after], paint),
    ...newCount(streak, bars, caps, paint),
  ];
}

/** Market caps at two moments differ by parts that do add up; returns compound. */
export function marketCapBefore(streak: RunAnswer): number | null {
  if (streak.marketCapChange === null || streak.marketCapChangeFromDay0 === null) return null;
  return streak.marketCapChange - streak.marketCapChangeFromDay0;
}

function returnBefore(streak: RunAnswer): number {
  return (1 + streak.return) / (1 + streak.returnFromDay0) - 1;
}

/** The share counts that the market caps rest on, where a filing changed them inside the streak. */
function newCount(
  streak: RunAnswer,
  bars: readonly BarAnswer[],
  caps: readonly MarketCapAnswer[],
  paint: Paint,
): string[] {
  const base = bars[bars.findIndex((bar) => bar.session === streak.start) - 1]?.session ?? streak.start;
  const inside = caps.filter((cap) => cap.session >= base && cap.session <= streak.end);
  const changed = inside.find((cap, index) => index > 0 && cap.countedOn !== inside[index - 1]?.countedOn);
  const old = inside[0];
  if (!changed || !old || changed.shares === null || old.shares === null) return [];
  return [
    paint.dim(
      `   ${shares(old.shares)} shares (counted ${old.countedOn}) until the filing that was known from ${changed.session} on:`,
    ),
    paint.dim(`   ${shares(changed.shares)} (counted ${changed.countedOn}).`),
  ];
}
