import type { NewEvent } from '@streakline/events';
import type { BenchContext, BenchRow } from '../bench';
import { median, quantile } from '../pairing';
import { sizeFrom } from '../projected/open-projected';
import { epochNow } from './child';
import { type Broker, withChildren, withSystem, withTopic } from './parts';

const EVENTS = sizeFrom('STREAKLINE_BENCH_LAG_EVENTS', 300);
const WARM_UP = 100;
const EVERY_MS = 20;
const TOTAL = EVENTS + WARM_UP;

/** From an append's answer to its rows and checkpoint being readable, at 50 events a second, beside a bare record's way. */
export async function lag(context: BenchContext, broker: Broker): Promise<readonly BenchRow[]> {
  const ours = (await projectedLags(context, broker)).slice(WARM_UP);
  const floor = (await bareLags(broker)).slice(WARM_UP);
  const row = (name: string, of: (lags: readonly number[]) => number, target: string): BenchRow => ({
    ...{ what: `commit to read model at 50 events/s, ${name}`, unit: 'ms', ours: of(ours), ceiling: of(floor), target },
    note: `of ${EVENTS}; ceiling: send to receipt of a bare record`,
  });
  return [row('median', median, '< 25 ms'), row('p99', (lags) => quantile(lags, 0.99), '< 100 ms')];
}

function bareLags(broker: Broker): Promise<readonly number[]> {
  const { brokers } = broker;
  return withTopic(broker, (topic) =>
    withChildren(['bare-kafkajs'], ([child]) =>
      child.ask('lags', { brokers, topic, records: TOTAL, everyMs: EVERY_MS }),
    ),
  );
}

function projectedLags(context: BenchContext, broker: Broker): Promise<readonly number[]> {
  return withSystem(context, broker, (where, { store }) =>
    withChildren(['relaying', 'projecting'], async ([relay, projector]) => {
      await Promise.all([relay.ask('open', where), projector.ask('open', where)]);
      await relay.ask('relay');
      const reached = projector.ask<readonly number[]>('eachReached', { from: 1, to: TOTAL });
      const committed: number[] = [];
      for (let n = 0; n < TOTAL; n += 1) {
        const began = epochNow();
        await store.append({ streams: [{ streamId: `quotes-${n % 50}`, expectedVersion: 'any', events: [quote(n)] }] });
        committed.push(epochNow());
        await new Promise((resolve) => setTimeout(resolve, Math.max(0, EVERY_MS - (epochNow() - began))));
      }
      return (await reached).map((at, index) => at - committed[index]!);
    }),
  );
}

function quote(n: number): NewEvent {
  const key = `ins_${String(n % 50).padStart(32, '0')}`;
  const data = { instrumentId: key, source: 'bench', session: '2026-02-27', close: 100 + (n % 50) };
  return { type: 'Quoted', typeVersion: 1, data, keys: [key], knownAt: 1_772_197_200_000 + n };
}
