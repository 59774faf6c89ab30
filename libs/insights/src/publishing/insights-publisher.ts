import { setTimeout as wait } from 'node:timers/promises';
import { trySessionLock } from '@streakline/database';
import type { EventLog, TopicSettings } from '@streakline/event-log';
import type { Log } from '@streakline/observability';
import type { Pool } from 'pg';
import { publishUntilLost } from './publish-until-lost';

export interface InsightsPublisherOptions {
  /** Keeps one connection while it is active, and uses one more for a moment at a time. */
  readonly pool: Pool;
  readonly eventLog: EventLog;
  readonly topic: TopicSettings;
  readonly log: Log;
  /** How often a standby asks for the lock, in milliseconds; default 500. */
  readonly standbyInterval?: number;
  /** How often to look without being woken, in milliseconds; default 5,000. */
  readonly pollInterval?: number;
}

/** standby -> (lock) -> starting -> (connected) -> active -> (lock lost, failure) -> standby; from any to stopped. */
export type InsightsPublisherState = 'standby' | 'starting' | 'active' | 'stopped';

export interface InsightsPublisherStatus {
  readonly state: InsightsPublisherState;
  /** Records that the log has taken from this one since its start. */
  readonly sent: number;
  /** Unsent insights, as of its last look. */
  readonly pending: number;
  /** What the last turn ended with, until the next is under way. */
  readonly problem: string | null;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Carries insights from the outbox to the log, as the only one of all publishers that run; the others stand by. At least
 * once: what was sent and not marked when a publisher died is sent again by the next, under the same ids.
 */
export class InsightsPublisher {
  private readonly stopping = new AbortController();
  private readonly current = {
    state: 'standby' as InsightsPublisherState,
    sent: 0,
    pending: 0,
    problem: null as string | null,
  };
  private running: Promise<void> | undefined;

  constructor(private readonly options: InsightsPublisherOptions) {}

  status(): InsightsPublisherStatus {
    return { ...this.current };
  }

  start(): void {
    this.running ??= this.run();
  }

  /** Lets the batch in hand finish and gives the lock back. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    this.current.state = 'stopped';
  }

  private async run(): Promise<void> {
    let failures = 0;
    while (!this.stopping.signal.aborted) {
      try {
        const published = await this.takeTurn(() => (failures = 0));
        if (!published) await this.pause(this.options.standbyInterval ?? 500);
      } catch (error) {
        this.note(error);
        await this.pause(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures++));
      }
    }
  }

  /** One turn at the lock; false where another publisher holds it. */
  private async takeTurn(onProgress: () => void): Promise<boolean> {
    const { pool, eventLog, topic, pollInterval = 5_000 } = this.options;
    const lock = await trySessionLock(pool, `insights:${topic.name}`);
    if (lock === undefined) {
      // Another one publishes: what once kept this one from it is over.
      this.current.problem = null;
      return false;
    }
    this.current.state = 'starting';
    try {
      await publishUntilLost({
        ...{ pool, eventLog, topic, lock, pollInterval, stopping: this.stopping.signal },
        onActive: () => {
          Object.assign(this.current, { state: 'active', problem: null });
          this.options.log.info({ topic: topic.name }, 'publishing insights');
        },
        onLooked: (sent, pending) => {
          this.current.sent += sent;
          this.current.pending = pending;
          onProgress();
        },
      });
    } finally {
      this.current.state = 'standby';
      await lock.release();
    }
    return true;
  }

  private note(err: unknown): void {
    this.current.problem = err instanceof Error ? err.message : String(err);
    this.options.log.warn({ err, topic: this.options.topic.name }, 'publishing insights ended and begins again');
  }

  private async pause(ms: number): Promise<void> {
    // Rejects only when it is cut short.
    await wait(ms, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }
}
