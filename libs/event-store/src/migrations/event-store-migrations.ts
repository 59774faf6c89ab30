import { CreateEventStore1763856000000 } from './create-event-store';
import { IndexForReading1763983800000 } from './index-for-reading';

/** What `openDatabase` is given so that the store's tables stand. */
export const eventStoreMigrations = [CreateEventStore1763856000000, IndexForReading1763983800000];
