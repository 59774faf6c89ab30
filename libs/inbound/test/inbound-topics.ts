import { randomUUID } from 'node:crypto';
import { ensureTopics, type EventLogConsumer, type LogRecord, type Topics, topicsOf } from '@streakline/event-log';
import { createLog } from '@streakline/observability';
import { type TestKafka, until } from '@streakline/testing';
import { type Inbound, startInbound } from '../src';
import type { InboundOptions } from '../src/options';
import { asSent, type Parts } from './records';

export type Inlet = 'inboundAnnouncements' | 'inboundPrices';

/** Inbound topics of a suite's own, what was sent to them, and what became of it. */
export interface InboundTopics {
  readonly topics: Topics;
  readonly group: string;
  /** All dead letters, duplicates too. */
  readonly letters: readonly LogRecord[];
  /** `now`, `before`, or the code of the refusal, of each record that came to its end. */
  readonly ends: readonly string[];
  readonly retries: readonly string[];
  /** Sends records, each to the partition of its place in the list. */
  send(inlet: Inlet, ...records: readonly Parts[]): Promise<void>;
  start(options: Pick<InboundOptions, 'execute'> & Partial<InboundOptions>): Inbound;
  /** Waits until so many records came to their ends since it was asked last, and says how. */
  nextEnds(count: number): Promise<readonly string[]>;
  close(): Promise<void>;
}

export async function makeInboundTopics(kafka: TestKafka): Promise<InboundTopics> {
  const prefix = `test-${randomUUID()}.`;
  const [topics, group] = [topicsOf(prefix), `${prefix}streakline-intake`];
  const { inboundAnnouncements, inboundPrices, deadAnnouncements, deadPrices } = topics;
  const own = [inboundAnnouncements, inboundPrices, deadAnnouncements, deadPrices];
  await ensureTopics(kafka.admin, own);
  const letters: LogRecord[] = [];
  const reading = await readLetters(kafka, topics, letters);
  const [ends, retries, inbounds]: [string[], string[], Inbound[]] = [[], [], []];
  const producer = await kafka.log.producer();
  let seen = 0;
  return {
    topics,
    group,
    letters,
    ends,
    retries,
    send: async (inlet, ...records) => {
      const { name, partitions } = topics[inlet];
      await producer.send(
        name,
        records.map((parts, index) => asSent(parts, index % partitions)),
      );
    },
    start: (options) => {
      const metrics: InboundOptions['metrics'] = {
        handled: (_, said) => void ends.push(said),
        refused: (_, code) => void ends.push(code),
        retried: (_, code) => void retries.push(code),
      };
      const inbound = startInbound({
        eventLog: kafka.log,
        topics,
        group,
        log: createLog('silent'),
        metrics,
        ...options,
      });
      inbounds.push(inbound);
      return inbound;
    },
    nextEnds: async (count) => {
      await until(`${count} ends after ${seen}`, () => ends.length >= seen + count);
      const next = ends.slice(seen);
      seen = ends.length;
      return next;
    },
    close: async () => {
      await Promise.all([...inbounds.map((each) => each.stop()), reading.stop(), producer.close()]);
      for (const { name } of own) await kafka.admin.deleteTopic(name);
    },
  };
}

function readLetters(kafka: TestKafka, topics: Topics, letters: LogRecord[]): Promise<EventLogConsumer> {
  return kafka.log.consume({
    group: kafka.aGroup(),
    topics: [topics.deadAnnouncements.name, topics.deadPrices.name],
    eachBatch: async ({ records }) => void letters.push(...records),
  });
}
