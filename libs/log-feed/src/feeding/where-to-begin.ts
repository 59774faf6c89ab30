import type { PartitionRange } from '@streakline/event-log';

/** Records before the end at which a long partition without a usable hint is begun: the last alone might be none of ours. */
const LOOK_BACK = 20;
/** As many are read from the first on instead, most of them to be passed over: some may be none of ours, which is to be told of. */
const FEW = 5_000;

/**
 * The offset from which to read a partition. Any would do, since the first record read tells what is missing before
 * it; so a record must be there to be read: the one before the hint, which a log made anew may hold at another
 * position. Where the hint is of no use in a long log, the end: the store gives the rest faster than the log does.
 */
export function whereToBegin(hint: number | null, range: PartitionRange): number {
  const { first, end } = range;
  if (hint !== null && hint <= end) return Math.max(first, hint - 1);
  return end - first <= FEW ? first : nearTheEnd(range);
}

/** The last records: what is missing before them, they tell. */
export function nearTheEnd({ first, end }: PartitionRange): number {
  return Math.max(first, end - LOOK_BACK);
}
