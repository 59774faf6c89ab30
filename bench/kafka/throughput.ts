import type { BenchContext, BenchRow } from '../bench';
import { byTurns } from '../pairing';
import { sizeFrom } from '../projected/open-projected';
import { fillQuotes } from '../projected/quotes';
import { type Broker, withChildren, withSystem, withTopic } from './parts';

const EVENTS = sizeFrom('STREAKLINE_BENCH_KAFKA_EVENTS', 300_000);
const ROUNDS = sizeFrom('STREAKLINE_BENCH_KAFKA_ROUNDS', 3);
const KEYS = 10_000;
/** Of a quote's data. */
const VALUE_BYTES = 130;
/** Records a send: about what the relay puts into one. */
const BATCH = 4_000;

/** A backlog of small events, from the store through the relay and one projector, beside a bare loop of as many records. */
export async function throughput(context: BenchContext, broker: Broker): Promise<BenchRow> {
  const paired = await byTurns(
    ROUNDS,
    () => projected(context, broker),
    () => bareLoop(context, broker),
  );
  return {
    what: 'relay and one projector',
    unit: 'events/s',
    ...paired,
    target: '25,000/s, ratio 0.3',
    note: `${EVENTS.toLocaleString('en-US')} events in the store, until the read model's checkpoints are at the head; ceiling: kafkajs as published, produce and consume, no headers, nothing stored`,
  };
}

function bareLoop({ log }: BenchContext, broker: Broker): Promise<number> {
  return withTopic(broker, (topic) =>
    withChildren(['bare-kafkajs', 'bare-kafkajs'], async ([producer, consumer]) => {
      const loop = { brokers: broker.brokers, topic, records: EVENTS, valueBytes: VALUE_BYTES, batch: BATCH };
      await consumer.ask('consume', loop);
      const began = await producer.ask<number>('produce', loop);
      const rate = perSecond(began, await consumer.ask<number>('consumed'));
      log(`bare kafkajs: ${Math.round(rate)} records/s`);
      return rate;
    }),
  );
}

function projected(context: BenchContext, broker: Broker): Promise<number> {
  return withSystem(context, broker, (where, { database }) =>
    withChildren(['relaying', 'projecting'], async ([relay, projector]) => {
      await Promise.all([relay.ask('open', where), projector.ask('open', where)]);
      await relay.ask('relay');
      const began = relay.ask<number>('firstSent');
      await fillQuotes(database.pool, EVENTS, KEYS);
      const rate = perSecond(await began, await projector.ask<number>('reached', EVENTS));
      context.log(`relay and projector: ${Math.round(rate)} events/s`);
      return rate;
    }),
  );
}

function perSecond(began: number, ended: number): number {
  return (EVENTS / (ended - began)) * 1000;
}
