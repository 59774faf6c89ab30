import type { AppendResult, StoredEventReceipt } from '../event-store';
import type { BatchAnswer } from '../sql/append-batch';
import type { PreparedAppend } from './prepared-append';

/** What became of each append of a batch; `known`: an id of its is stored, and what that means is to be looked up. */
export type BatchOutcome = AppendResult | 'known';

/** Reads the server's answer: positions were drawn in the order of the batch, by the appends that passed. */
export function outcomesOf(appends: readonly PreparedAppend[], answer: BatchAnswer): readonly BatchOutcome[] {
  const [refused, known] = [new Set(answer.refused), new Set(answer.known)];
  const recordedAt = Number(answer.recorded_at);
  let position = Number(answer.position_before);
  let streamIndex = 0;
  return appends.map((append, number) => {
    const versions = answer.versions.slice(streamIndex, (streamIndex += append.streams.length));
    if (known.has(number)) return 'known';
    if (refused.has(number)) return conflictOf(append, versions);
    const events = receiptsOf(append, versions, position);
    position += events.length;
    return { outcome: 'appended', events, recordedAt };
  });
}

function receiptsOf(
  append: PreparedAppend,
  versions: readonly number[],
  before: number,
): readonly StoredEventReceipt[] {
  let position = before;
  return append.streams.flatMap(({ streamId, events }, stream) => {
    let streamVersion = versions[stream] ?? 0;
    return events.map(({ id }) => ({ id, position: ++position, streamId, streamVersion: ++streamVersion }));
  });
}

function conflictOf(append: PreparedAppend, versions: readonly number[]): AppendResult {
  const stream = append.streams.findIndex(({ expected }, index) => !isMet(expected, versions[index] ?? 0));
  const { streamId, expected } = append.streams[stream] ?? { streamId: '', expected: 'any' as const };
  return { outcome: 'versionConflict', streamId, expected, actual: versions[stream] ?? 0 };
}

function isMet(expected: PreparedAppend['streams'][number]['expected'], actual: number): boolean {
  if (expected === 'any') return true;
  if (expected === 'exists') return actual > 0;
  return (expected === 'none' ? 0 : expected) === actual;
}
