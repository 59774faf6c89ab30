import { type InsightsDue, insightsDue } from '@streakline/insights';
import type { ChangedKey } from '@streakline/projections';
import { InstrumentState } from './instrument-state';

/** What is to be told of the instruments among the keys that a batch has changed. */
export function insightsOfChanged(changed: readonly ChangedKey[]): readonly InsightsDue[] {
  return changed
    .map(({ state, events }) =>
      state instanceof InstrumentState ? insightsDue(state.dossier, events, state.known?.deref()) : null,
    )
    .filter((due) => due !== null);
}
