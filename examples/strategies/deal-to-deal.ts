import { defineStrategy } from '@streakline/backtest';

/**
 * Holds from deal to deal: buys a company when it announces a deal, and sells when it announces the next one. What a
 * company does between its deals is then the whole of the result.
 *
 *     npx streakline backtest run examples/strategies/deal-to-deal.ts --from 2017-01-01 --to 2025-12-31
 */
export default defineStrategy({
  name: 'deal-to-deal',
  description: 'Buys at a deal, sells at the next deal of the same company.',
  params: {
    // Of the equity, in each position.
    weight: 0.1,
  },

  // The instant at which it became public. An order decided in time before an open is filled there, else at the next.
  onAnnouncement(context, { instrument, act }) {
    // A company that is bought is the target of a deal, not a party that goes on making them.
    if (act.kind !== 'deal' || act.role === 'target') return;
    if (context.portfolio.position(instrument) === null)
      context.order(instrument, { toWeight: context.params.weight }, { tag: act.headline });
    else context.close(instrument);
  },
});
