import { topicsOf } from '@streakline/event-log';
import { startInbound } from '@streakline/inbound';
import { run } from './open';
import { commandsOn } from './write-side';

run(async ({ prefix }, { store, eventLog, log }) => {
  const { execute } = await commandsOn(store);
  startInbound({ eventLog, topics: topicsOf(prefix), group: `${prefix}streakline-intake`, execute, log });
});
