import type { Panel } from '../panel/panel';
import { AscendingOrder } from '../ranking/ascending-order';
import type { Stepwise } from '../study/progress';
import { GeneralisedRankSums } from './generalised-rank-sums';
import { RankScores } from './rank-scores';
import type { Reactions } from './reactions';

/** What all rank tests rest on. */
export interface Ranks {
  readonly scores: RankScores;
  readonly generalised: GeneralisedRankSums;
}

/** Sorts each event's days once, for all rank tests together: sorting is what they cost. */
export function* rankPass(panel: Panel, reactions: Reactions): Stepwise<Ranks> {
  const { n, abnormal, estimationDays, eventDays } = panel;
  const width = estimationDays + eventDays;
  const order = new AscendingOrder(width);
  const scores = new RankScores(panel);
  const generalised = new GeneralisedRankSums(panel, reactions);
  for (let event = 0; event < n; event++) {
    if (event % EVENTS_A_STEP === 0) yield { phase: 'ranking', done: event, total: n };
    const row = abnormal.subarray(event * width, (event + 1) * width);
    const ascending = order.of(row);
    scores.add(event, row, ascending);
    generalised.add(event, row, ascending);
  }
  return { scores, generalised };
}

/** Some milliseconds of work. */
const EVENTS_A_STEP = 64;
