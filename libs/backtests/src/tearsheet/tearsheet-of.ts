import type { BacktestResult, DataLint } from '@streakline/backtest';
import { backtestTearsheet, tearsheetHtml, tearsheetText } from '@streakline/performance';
import type { RunManifest } from '../manifest/run-manifest';

/** A run as its tearsheet shows it. */
export interface ShownRun {
  readonly runId: string;
  readonly manifest: RunManifest;
  readonly data: DataLint | null;
  readonly result: BacktestResult;
}

/** The tearsheet of a run: one page that needs nothing from elsewhere. */
export function htmlOf(run: ShownRun): string {
  return tearsheetHtml(sheetOf(run));
}

/** The tearsheet of a run in words, for a terminal. */
export function textOf(run: ShownRun): string {
  return tearsheetText(sheetOf(run));
}

function sheetOf({ runId, manifest, data, result }: ShownRun) {
  const notes = data === null ? [] : notesOf(data);
  return backtestTearsheet(result, { runId, manifest, notes });
}

const WHICH = '`streakline backtest check` tells which.';

/** What the figures hang on, of the data itself. */
function notesOf({ lateness, counts }: DataLint): string[] {
  const { facts, share, afterDays } = lateness;
  const late =
    share === null
      ? []
      : [
          `${(100 * share).toFixed(1)}% of the ${facts.toLocaleString('en-US')} facts were recorded more than ${afterDays} days after they were public: for their moments the log alone vouches.`,
        ];
  const { knownBeforeClose: early, basisAfterKnown: adjusted } = counts;
  return [
    ...late,
    ...(early === 0 ? [] : [`${early} bars claim to have been known before their session closed: ${WHICH}`]),
    ...(adjusted === 0 ? [] : [`${adjusted} bars are adjusted for splits of later than they were known: ${WHICH}`]),
  ];
}
