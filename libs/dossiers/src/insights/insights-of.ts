import { firstBarFrom } from '../known/bar-on';
import type { Known } from '../known/known';
import { crossingInsights } from './crossing-insights';
import type { Insight } from './insight';
import { reactionInsights } from './reaction-insights';
import { runInsights } from './run-insights';

/**
 * What was found at the closes from `since` on and before `until` (epoch milliseconds), oldest first: runs that began,
 * were extended or ended, marks that the market cap crossed, reactions whose last window came to its end. A session's
 * insights follow from the facts alone, whichever way the bars came, and rest on no later bar (but for a run in a
 * reaction that outlasts its 60 sessions). Cheap for a few sessions of a long tape whose other views stand already.
 */
export function insightsOf(known: Known, since: number, until = Infinity): readonly Insight[] {
  const { ordinals, table } = known;
  const insights: Insight[] = [];
  for (let place = firstBarFrom(known, table.firstClosingFrom(since)); place < ordinals.length; place++) {
    if (table.closes[ordinals[place]!]! >= until) break;
    insights.push(...runInsights(known, place), ...crossingInsights(known, place), ...reactionInsights(known, place));
  }
  return insights;
}
