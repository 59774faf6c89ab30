import type { RecordedEvent } from '@streakline/events';
import { unescapeColumn } from './copy-text';
import { NamePool } from './name-pool';
import { eventOf, type EventRow } from './row';

const KEY_COLUMN = 12;

/** Reads lines of a COPY of the event columns, and of the key that may follow them. */
export class CopyLineParser {
  private readonly names = new NamePool();

  parse(text: string, take: (event: RecordedEvent, key: string) => void): void {
    const hasEscapes = text.includes('\\');
    for (const line of text.split('\n')) {
      const columns: (string | null)[] = line.split('\t');
      // The causation's NULL is an escape too, and is in most lines.
      if (hasEscapes && line.includes('\\'))
        columns.forEach((column, index) => (columns[index] = unescapeColumn(column ?? '')));
      take(this.eventOf(columns), columns[KEY_COLUMN] ?? '');
    }
  }

  private eventOf(columns: readonly (string | null)[]): RecordedEvent {
    const event = eventOf(columns as unknown as EventRow);
    return {
      ...event,
      type: this.names.get(event.type),
      streamId: this.names.get(event.streamId),
      keys: event.keys.map((key) => this.names.get(key)),
    };
  }
}
