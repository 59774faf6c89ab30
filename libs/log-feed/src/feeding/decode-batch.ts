import { decodeRecord, type LogRecord, type RecordBatch, UnreadableRecord } from '@streakline/event-log';
import { upcasting } from '@streakline/event-store';
import type { PlacedRecord } from '../planning/next-step';

const upcast = upcasting();

export interface DecodedBatch {
  readonly records: readonly PlacedRecord[];
  readonly unreadable: readonly { readonly record: LogRecord; readonly reason: string }[];
}

/** Records as the planning wants them, events in the newest version of their types; aside what is none of ours. */
export function decodeBatch({ records }: RecordBatch): DecodedBatch {
  const decoded: PlacedRecord[] = [];
  const unreadable: { record: LogRecord; reason: string }[] = [];
  for (const record of records) {
    try {
      const { position, prevPosition, event } = decodeRecord(record);
      if (prevPosition >= position)
        throw new UnreadableRecord(`its position ${position} is not after its prevPosition ${prevPosition}`);
      decoded.push({ offset: record.offset, position, prevPosition, event: event && upcast(event) });
    } catch (error) {
      if (!(error instanceof UnreadableRecord)) throw error;
      unreadable.push({ record, reason: error.message });
    }
  }
  return { records: decoded, unreadable };
}
