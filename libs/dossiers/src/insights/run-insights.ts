import type { Known } from '../known/known';
import { runOf } from '../runs/runs-of';
import { type RunSpan, runSpansOf } from '../runs/run-spans';
import type { InsightRun, RunInsight } from './insight';
import { insightAt } from './insight-at';

/** What the bar at a place did to the run in force before it, and the run that it began: each as it stood at its own last close up to there, so that no later bar changes what was told. */
export function runInsights(known: Known, place: number): readonly RunInsight[] {
  const { spans, spanOf } = runSpansOf(known);
  const before = spans[spanOf[place - 1] ?? -1];
  const now = spans[spanOf[place]!];
  const insights: RunInsight[] = [];
  if (before !== undefined && before !== now) insights.push(insightOf(known, place, 'runEnded', before));
  if (now !== undefined) {
    insights.push(insightOf(known, place, now === before ? 'runExtended' : 'runBegan', { ...now, last: place }));
  }
  return insights;
}

function insightOf(known: Known, place: number, kind: RunInsight['kind'], span: RunSpan): RunInsight {
  return insightAt(known, { kind, place, from: span.first - 1, detail: '', data: { run: figuresOf(known, span) } });
}

/** Without what later facts may change: the announcements within it, and since when it is the longest. */
function figuresOf(known: Known, span: RunSpan): InsightRun {
  const run = runOf(known, span, undefined, []);
  const { direction, start, end, length, baseSession, baseClose, endClose, gaps } = run;
  const { marketCapChange, priceEffect, shareCountEffect } = run;
  return {
    ...{ direction, start, end, length, baseSession, baseClose, endClose, return: run.return },
    ...{ marketCapChange, priceEffect, shareCountEffect, gaps },
  };
}
