import { FIRST_OF_MANY, OF_MANY } from './of-many';

/**
 * What reading by knownAt and by type needs: of one event in ten thousand the index of many bars has an entry, and that
 * of types lets out bars, which are most events.
 */
export const createReadingIndexes = `
create index events_by_known_at on event_store.events (known_at, position);
create index events_of_many on event_store.events (known_at, (${FIRST_OF_MANY})) where ${OF_MANY};
create index events_by_type on event_store.events (type, position) where type <> 'BarsRecorded';
`;
