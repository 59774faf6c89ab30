import type { RecordedEvent } from '@streakline/events';
import type { LogRecord, OutgoingRecord } from '../event-log';
import { header, integerHeader, SOURCE, SPEC_VERSION, UnreadableRecord } from './headers';
import { decodeEvent } from './recorded-event';

const WATERMARK = 'streakline.watermark';

/** Says that the store has come to `position` and that nothing after `prevPosition` concerns the partition. */
export function watermark(partition: number, position: number, prevPosition: number): OutgoingRecord {
  return {
    partition,
    key: null,
    value: null,
    headers: {
      ce_specversion: SPEC_VERSION,
      ce_id: `watermark-${partition}-${position}`,
      ce_source: SOURCE,
      ce_type: WATERMARK,
      ce_position: String(position),
      ce_prevposition: String(prevPosition),
    },
  };
}

/** A record of `streakline.events.v1`: an event, or a watermark, which has none. */
export interface StreaklineRecord {
  readonly position: number;
  readonly prevPosition: number;
  readonly event: RecordedEvent | null;
}

/** Reads a record of the topic; throws {@link UnreadableRecord} where it is none of ours. */
export function decodeRecord(record: LogRecord): StreaklineRecord {
  // A record makes its parts when it is asked for them.
  const { headers, value } = record;
  const { position, prevPosition } = readPlace({ headers });
  const isWatermark = header(headers, 'ce_type') === WATERMARK;
  return { position, prevPosition, event: isWatermark ? null : decodeEvent({ headers, value }) };
}

/** Position and prevPosition alone: what a relay asks of the log's tails. */
export function readPlace({ headers }: Pick<LogRecord, 'headers'>): {
  readonly position: number;
  readonly prevPosition: number;
} {
  if (header(headers, 'ce_specversion') !== SPEC_VERSION) {
    throw new UnreadableRecord(`CloudEvents ${header(headers, 'ce_specversion')} instead of ${SPEC_VERSION}`);
  }
  return { position: integerHeader(headers, 'ce_position'), prevPosition: integerHeader(headers, 'ce_prevposition') };
}
