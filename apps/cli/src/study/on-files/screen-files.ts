import {
  type Screening,
  screenEvents,
  type ScreenedPrices,
  type StudyEvent,
  WARN_OF_ALL,
} from '@streakline/event-study';
import type { FileStudyOptions } from './file-options';
import type { FileStudy } from './file-study';
import type { StudyWindows } from './study-windows';

/** Below this share of usable estimation days an event is suspicious: 120 of 250, the usual minimum. */
const USUAL_SHARE = 120 / 250;

/** Looks at the events of files: everything warns, and leaves out only what was asked for. */
export function screenFiles(
  study: FileStudy,
  events: readonly StudyEvent[],
  windows: StudyWindows,
  options: Pick<FileStudyOptions, 'exclude' | 'minDays' | 'value'>,
): Screening {
  const asked = [...(options.exclude ?? []), ...(options.minDays === undefined ? [] : ['shortEstimationWindow'])];
  const policies = { ...WARN_OF_ALL, ...Object.fromEntries(asked.map((screen) => [screen, 'exclude' as const])) };
  const days = windows.estimation.to - windows.estimation.from + 1;
  const minEstimationDays = options.minDays ?? Math.ceil(days * USUAL_SHARE);
  const screened = events.map((event) => ({ event, prices: pricesOf(study, event, options), others: [] }));
  return screenEvents(screened, { ...windows, minEstimationDays, policies });
}

/** Price screens look at simple returns, also where a study is about their logarithms; at nothing but returns. */
function pricesOf(
  { returns }: FileStudy,
  { firm }: StudyEvent,
  { value }: Pick<FileStudyOptions, 'value'>,
): ScreenedPrices | null {
  const simple = returns.columns.get(firm);
  return value !== 'return' || simple === undefined ? null : { returns: simple, close: null, volume: null };
}
