import { topicsOf } from '@streakline/event-log';
import { Relay } from '@streakline/relay';
import { run } from './open';

run(({ prefix }, { database, store, eventLog, log }) => {
  const topic = topicsOf(prefix).events;
  new Relay({ pool: database.pool, store, eventLog, topic, log, standbyInterval: 50 }).start();
});
