import { CreateEventStore1763856000000 } from './create-event-store';

/** What `openDatabase` is given so that the store's tables stand. */
export const eventStoreMigrations = [CreateEventStore1763856000000];
