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
  return {
    async run(trials, running) {
      if (trials.length === 0) return;
      await send(trials);
      await untilEnded(trials, running);
    },
  };

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

  async function untilEnded(trials: readonly Trial[], { ended, signal }: Running): Promise<void> {
    const waiting = new Map(trials.map((trial) => [trial.runId, trial]));
    for (;;) {
      const ids = [...waiting.keys()];
      const refused = await sweeps.refusals(ids);
      const kept = await sweeps.finished(ids);
      for (const runId of [...kept.map((run) => run.runId), ...refused.keys()]) {
        const trial = waiting.get(runId);
        if (trial !== undefined && waiting.delete(runId)) ended(trial);
      }
      if (waiting.size === 0) return;
      await pause(lookEvery, undefined, { signal });
    }
  }
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
