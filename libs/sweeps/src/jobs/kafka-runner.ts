import { setTimeout as pause } from 'node:timers/promises';
import { ensureTopics, type EventLog, type TopicSettings } from '@streakline/event-log';
import type { Trial } from '../plan/trial';
import type { Running, TrialRunner } from '../running/trial-runner';
import type { SweepStore } from '../store/sweep-store';
import { recordOf } from './job';

export interface KafkaRunnerParts {
  readonly eventLog: EventLog;
  readonly topic: TopicSettings;
  readonly sweeps: SweepStore;
  /** Milliseconds between looks at what has been kept; default 500. */
  readonly lookEvery?: number;
}

const SENT_AT_ONCE = 1_000;

/**
 * Sends trials as jobs to a topic, for any number of workers, and waits until all of them have ended in the store. Sending
 * again what is under way is harmless: a run is made once.
 */
export function kafkaRunner({ eventLog, topic, sweeps, lookEvery = 500 }: KafkaRunnerParts): TrialRunner {
  return { run };

  async function run(trials: readonly Trial[], running: Running): Promise<void> {
    if (trials.length === 0) return;
    const finished = await sweeps.finished(trials.map(({ runId }) => runId));
    const before = new Map(finished.flatMap((one) => (one.endedForTime ? [[one.runId, one.ranAt] as const] : [])));
    await send(trials);
    await untilEnded(trials, sweeps, { before, lookEvery }, running);
  }

  async function send(trials: readonly Trial[]): Promise<void> {
    const partitions = await partitionsOf(eventLog, topic);
    const producer = await eventLog.producer();
    try {
      const records = trials.map((trial, i) => recordOf(trial, i % partitions));
      for (let i = 0; i < records.length; i += SENT_AT_ONCE) {
        await producer.send(topic.name, records.slice(i, i + SENT_AT_ONCE));
      }
    } finally {
      await producer.close();
    }
  }
}

/** When runs were kept that had been ended for their time: they stay until another try takes their place. */
type Before = ReadonlyMap<string, string>;

interface Waiting {
  readonly before: Before;
  readonly lookEvery: number;
}

async function untilEnded(
  trials: readonly Trial[],
  sweeps: SweepStore,
  { before, lookEvery }: Waiting,
  { ended, signal }: Running,
): Promise<void> {
  const waiting = new Map(trials.map((trial) => [trial.runId, trial]));
  for (;;) {
    const ids = [...waiting.keys()];
    const refused = await sweeps.refusals(ids);
    const kept = await keptSince(before, [...waiting.values()], sweeps);
    for (const runId of [...kept, ...refused.keys()]) {
      const trial = waiting.get(runId);
      if (trial !== undefined && waiting.delete(runId)) ended(trial);
    }
    if (waiting.size === 0) return;
    await pause(lookEvery, undefined, { signal });
  }
}

/** Of a test, with its whole result; of a run that was ended for its time before, another try. */
async function keptSince(before: Before, trials: readonly Trial[], sweeps: SweepStore): Promise<readonly string[]> {
  const finished = await sweeps.finished(trials.map(({ runId }) => runId));
  const tests = new Set(trials.filter(({ part }) => part === 'test').map(({ runId }) => runId));
  const whole = new Set(await sweeps.withResult([...tests]));
  return finished
    .filter(({ runId, ranAt }) => before.get(runId) !== ranAt && (!tests.has(runId) || whole.has(runId)))
    .map(({ runId }) => runId);
}

/** Those that the topic has: one that was made with others is used as it is. */
async function partitionsOf(eventLog: EventLog, topic: TopicSettings): Promise<number> {
  const admin = await eventLog.admin();
  try {
    const [state] = await ensureTopics(admin, [topic]);
    return state?.partitions ?? topic.partitions;
  } finally {
    await admin.close();
  }
}
