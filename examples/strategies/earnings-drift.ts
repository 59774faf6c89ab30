import { defineStrategy, type AnnouncementEvent } from '@streakline/backtest';

/**
 * The drift after earnings (Ball and Brown 1968; Bernard and Thomas 1989): prices go on moving in the direction of an
 * earnings surprise for weeks. Buys after day 0 of a good surprise, sells short after that of a bad one, and holds each
 * position for some sessions.
 *
 *     npx streakline backtest run examples/strategies/earnings-drift.ts --from 2017-01-01 --to 2025-12-31 --html drift.html
 *
 * On a market that `streakline market generate` made there is such a drift, and it is known how large it is.
 */
export default defineStrategy({
  name: 'earnings-drift',
  description: 'Buys good earnings surprises and sells short bad ones, after day 0, for some sessions.',
  params: {
    // Surprise that is acted upon: (actual - expected) / expected, of earnings per share. 0.05: five percent.
    threshold: 0.05,
    // Sessions that a position is held.
    hold: 20,
    // Of the equity, in each position.
    weight: 0.05,
    // Whether bad surprises are sold short.
    short: true,
  },

  // Once a day 0 has closed. What is ordered here is filled at the next open, so the first jump is not ours.
  onReaction(context, { instrument, act }) {
    const { params, portfolio } = context;
    const surprise = act.kind === 'earnings' ? surpriseOf(act) : null;
    if (surprise === null || Math.abs(surprise) < params.threshold) return;
    if (surprise < 0 && !params.short) return;
    if (portfolio.position(instrument) !== null) return;
    const direction = Math.sign(surprise);
    context.order(instrument, { toWeight: direction * params.weight }, { tag: direction > 0 ? 'good' : 'bad' });
  },

  // After each close: what has been held long enough is given up at the next open.
  onSession(context) {
    for (const position of context.portfolio.positions)
      if (position.sessionsHeld >= context.params.hold) context.close(position.instrument);
  },
});

/** Of earnings per share, against what was expected before; null where the report says neither. */
function surpriseOf({ measures }: AnnouncementEvent['act']): number | null {
  const eps = measures.find(({ metric, period }) => metric === 'eps' && period === undefined);
  if (eps?.actual === undefined || eps.expected === undefined || eps.expected.value <= 0) return null;
  return (eps.actual - eps.expected.value) / eps.expected.value;
}
