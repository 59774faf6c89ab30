import { connectEventLog } from '@streakline/event-log';
import { startLocalKafka } from '@streakline/local-kafka';
import { createLog } from '@streakline/observability';
import type { Bench } from './bench';
import { idle } from './kafka/idle';
import { lag } from './kafka/lag';
import { throughput } from './kafka/throughput';

/** Events through Kafka into a read model, with the broker of KAFKA_BROKERS, else one of its own, on the same machine. */
export const bench: Bench = {
  name: 'kafka',
  run: async (context) => {
    const given = process.env['KAFKA_BROKERS'];
    const own = given === undefined || given === '' ? await startLocalKafka({ log: context.log }) : undefined;
    const brokers = (own?.bootstrap ?? given ?? '').split(',');
    const admin = await connectEventLog({ brokers, clientId: 'bench' }, createLog('fatal')).admin();
    try {
      const broker = { brokers, admin };
      const rows = [await throughput(context, broker), ...(await lag(context, broker))];
      context.log('throughput and lag measured');
      return [...rows, await idle(context, broker)];
    } finally {
      await admin.close();
      await own?.stop();
    }
  },
};
