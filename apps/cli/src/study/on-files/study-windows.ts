import type { WindowDays } from '@streakline/event-study';
import { UsageError } from '../../failures';
import type { FileWindows } from './events-file';

export interface StudyWindows {
  readonly estimation: WindowDays;
  readonly event: WindowDays;
  /** The whole event window first, then the others. */
  readonly windows: readonly WindowDays[];
}

/** Shown where no others are asked for, as far as they lie within the event window. */
const USUAL: readonly WindowDays[] = [
  { from: 0, to: 0 },
  { from: 0, to: 1 },
  { from: -1, to: 1 },
];

/** The windows of a file, and those of the command line within them. */
export function studyWindows(file: FileWindows, asked?: readonly WindowDays[]): StudyWindows {
  const { t1, t2, estimationEnd, estimationLength } = file;
  const event = { from: t1, to: t2 };
  const isWhole = ({ from, to }: WindowDays) => from === t1 && to === t2;
  const isWithin = ({ from, to }: WindowDays) => from >= t1 && to <= t2;
  for (const { from, to } of asked ?? [])
    if (!isWithin({ from, to }))
      throw new UsageError(`--window ${from}:${to} is not within the event window ${t1}:${t2}`);
  return {
    estimation: { from: estimationEnd - estimationLength + 1, to: estimationEnd },
    event,
    windows: [event, ...(asked ?? USUAL.filter(isWithin)).filter((window) => !isWhole(window))],
  };
}
