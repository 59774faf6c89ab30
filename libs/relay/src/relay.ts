import { type SessionLock, trySessionLock } from '@streakline/database';
import { pause } from './pause';
import { RelayError } from './relay-error';
import type { RelayOptions } from './relay-options';
import { relayUntilLost } from './relay-until-lost';

/** standby -> (lock) -> starting -> (tails read) -> active -> (lock lost, failure) -> standby; from any to stopped. */
export type RelayState = 'standby' | 'starting' | 'active' | 'stopped';

export interface RelayStatus {
  readonly state: RelayState;
  /** Up to which the log has everything, while active; else what it was last. */
  readonly position: number;
  readonly sentRecords: number;
  /** What the last turn ended with, until the next is under way. */
  readonly problem: string | null;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Tails the store to the log, as the only one of all relays that run: the others stand by and take over within the
 * standby interval. Duplicates may come of that, gaps never: each turn begins where the log itself ends.
 */
export class Relay {
  private readonly stopping = new AbortController();
  private readonly current = {
    state: 'standby' as RelayState,
    position: 0,
    sentRecords: 0,
    problem: null as string | null,
  };
  private running: Promise<void> | undefined;

  constructor(private readonly options: RelayOptions) {}

  get status(): RelayStatus {
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
    let anew = false;
    while (!this.stopping.signal.aborted) {
      try {
        const relayed = await this.takeTurn(anew);
        failures = 0;
        anew = false;
        if (!relayed) await pause(this.options.standbyInterval ?? 500, this.stopping.signal);
      } catch (error) {
        anew = error instanceof RelayError && error.code === 'logMadeAnew';
        this.note(error);
        await pause(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures++), this.stopping.signal);
      }
    }
  }

  /** One turn at the lock; false where another relay holds it. */
  private async takeTurn(anew: boolean): Promise<boolean> {
    const lock = await trySessionLock(this.options.pool, `relay:${this.options.topic.name}`);
    if (lock === undefined) {
      this.current.problem = null;
      return false;
    }
    this.current.state = 'starting';
    try {
      await this.relayWith(lock, anew);
    } finally {
      await lock.release();
      this.current.state = 'standby';
    }
    return true;
  }

  private relayWith(lock: SessionLock, anew: boolean): Promise<void> {
    return relayUntilLost(this.options, lock, {
      anew,
      stopping: this.stopping.signal,
      onActive: (position) => {
        Object.assign(this.current, { state: 'active', position, problem: null });
        this.options.log.info({ topic: this.options.topic.name, position }, 'relaying');
      },
      onSent: (records, position) => {
        this.current.sentRecords += records;
        this.current.position = position;
      },
    });
  }

  private note(err: unknown): void {
    this.current.problem = err instanceof Error ? err.message : String(err);
    this.options.log.warn({ err, topic: this.options.topic.name }, 'relaying ended and begins again');
  }
}
