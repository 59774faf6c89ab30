import type { RawEvent } from '@streakline/event-store';
import type { Column } from '@streakline/web-api';
import { keysText } from './event-line';
import { instantText } from './instant-text';

/** An event where an answer has columns: what is a list or an object in it, as JSON. A position is a float64: Arrow's integers here have 32 bits. */
export const eventColumns: readonly Column<RawEvent>[] = [
  { name: 'position', type: 'number', of: ({ position }) => position },
  { name: 'id', type: 'text', of: ({ id }) => id },
  { name: 'streamId', type: 'text', of: ({ streamId }) => streamId },
  { name: 'streamVersion', type: 'integer', of: ({ streamVersion }) => streamVersion },
  { name: 'type', type: 'text', of: ({ type }) => type },
  { name: 'typeVersion', type: 'integer', of: ({ typeVersion }) => typeVersion },
  { name: 'knownAt', type: 'text', of: ({ knownAt }) => instantText(knownAt) },
  { name: 'recordedAt', type: 'text', of: ({ recordedAt }) => instantText(recordedAt) },
  { name: 'keys', type: 'text', of: ({ keys }) => keysText(keys) },
  { name: 'correlationId', type: 'text', of: ({ correlationId }) => correlationId },
  { name: 'causationId', type: 'text', of: ({ causationId }) => causationId },
  { name: 'data', type: 'text', of: ({ json }) => json },
];
