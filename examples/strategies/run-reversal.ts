import { defineStrategy } from '@streakline/backtest';

/**
 * The reversal after a run that an announcement began or extended: closes fall (or rise) several sessions in a row, news
 * among them, and then one goes the other way. Was the run too much? Bets that it was, for a few sessions.
 *
 *     npx streakline backtest run examples/strategies/run-reversal.ts --from 2017-01-01 --to 2025-12-31
 *
 * Nothing of the kind is planted in a generated market: there it should lose its costs, and a backtest that says
 * otherwise is looking into the future.
 */
export default defineStrategy({
  name: 'run-reversal',
  description: 'Bets against a run that an announcement began or extended, once it has ended.',
  params: {
    // Sessions that the run must have lasted.
    least: 4,
    // Return that it must have come to, up or down.
    move: 0.06,
    // Sessions that a position is held.
    hold: 5,
    // Of the equity, in each position.
    weight: 0.05,
    // Whether rising runs are sold short.
    short: false,
  },
  // By instrument, the first session of the newest run that an announcement began or extended.
  state: () => ({ runs: new Map<string, string>() }),

  // Once a day 0 has closed: how the announcement stands to the run is told with its reaction.
  onReaction({ state }, { instrument, reaction }) {
    const { relation, streak } = reaction;
    if ((relation === 'began' || relation === 'extended') && streak !== null)
      state.runs.set(instrument.id, streak.start);
  },

  // A close that ended a run. Its length and return are those it had at its last session.
  onRun(context, { instrument, change, run }) {
    const { params, portfolio, state } = context;
    if (change !== 'ended' || state.runs.get(instrument.id) !== run.start) return;
    if (run.length < params.least || Math.abs(run.return) < params.move) return;
    const direction = run.direction === 'falling' ? 1 : -1;
    if ((direction < 0 && !params.short) || portfolio.position(instrument) !== null) return;
    context.order(instrument, { toWeight: direction * params.weight }, { tag: run.direction });
  },

  onSession(context) {
    for (const position of context.portfolio.positions)
      if (position.sessionsHeld >= context.params.hold) context.close(position.instrument);
  },
});
