import type { RecordedEvent } from '@streakline/events';
import { ColumnCursor } from './copy-text';
import { copyOfUuid, Pooled } from './pooled';
import { keysOf } from './row';

/** Reads lines of a COPY of the event columns, and of the key that may stand before them. */
export class CopyLineParser {
  // A pool a column: each has its own way of repeating itself.
  private readonly keys = new Pooled((key) => key);
  private readonly types = new Pooled((type) => type);
  private readonly streamIds = new Pooled((streamId) => streamId);
  private readonly keyLists = new Pooled((joined) => Object.freeze(keysOf(joined)));

  constructor(private readonly hasKey: boolean) {}

  parse(text: string, take: (event: RecordedEvent, key: string) => void): void {
    const cursor = new ColumnCursor(text);
    while (!cursor.isAtEnd) {
      const key = this.hasKey ? this.keys.get(cursor.next()) : '';
      take(this.eventAt(cursor), key);
    }
  }

  /** Takes the columns in the order of `sql/columns.ts`. */
  private eventAt(cursor: ColumnCursor): RecordedEvent {
    const position = Number(cursor.next());
    const streamVersion = Number(cursor.next());
    const typeVersion = Number(cursor.next());
    const knownAt = Number(cursor.next());
    const recordedAt = Number(cursor.next());
    const type = this.types.get(cursor.next());
    const streamId = this.streamIds.get(cursor.next());
    const id = copyOfUuid(cursor.next());
    const correlationId = copyOfUuid(cursor.next());
    const causationId = cursor.next() || null;
    const keys = this.keyLists.get(cursor.next());
    const data: unknown = JSON.parse(cursor.last());
    return {
      position,
      id,
      streamId,
      streamVersion,
      type,
      typeVersion,
      data,
      keys,
      knownAt,
      recordedAt,
      correlationId,
      causationId,
    };
  }
}
