import { setTimeout as wait } from 'node:timers/promises';
import { isRunning } from '@streakline/embedded-postgres';
import { type BrokerProcess, startBrokerProcess } from './broker-process';
import type { Kafka } from './java';
import { signal } from './signal';

/** One broker of a local cluster, for tests that hurt it. */
export interface LocalBroker {
  /** 1, 2, 3... */
  readonly node: number;
  /** `host:port`, the same after a restart. */
  readonly address: string;
  readonly running: boolean;
  /** Starts it (again) on its folder and port; resolves when it serves. */
  start(): Promise<void>;
  /** Lets it hand over and shut down; kills it if it does not within half a minute. */
  stop(): Promise<void>;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** SIGSTOP: its connections stay open and nothing answers. */
  freeze(): void;
  /** SIGCONT. */
  thaw(): void;
}

const STOP_PATIENCE_MS = 30_000;

export class RunnableBroker implements LocalBroker {
  private process: BrokerProcess | undefined;

  constructor(
    readonly node: number,
    readonly address: string,
    private readonly kafka: Kafka,
    private readonly folder: string,
  ) {}

  get running(): boolean {
    return this.process !== undefined;
  }

  get pid(): number | undefined {
    return this.process?.pid;
  }

  async start(): Promise<void> {
    if (this.process !== undefined) return;
    const started = await startBrokerProcess(this.kafka, this.folder);
    this.process = started;
    started.onEnd(() => {
      if (this.process === started) this.process = undefined;
    });
  }

  async stop(): Promise<void> {
    const running = this.process;
    if (running === undefined) return;
    signal(running.pid, 'SIGCONT');
    signal(running.pid, 'SIGTERM');
    for (const until = Date.now() + STOP_PATIENCE_MS; isRunning(running.pid) && Date.now() < until;) await wait(20);
    await this.kill();
  }

  async kill(): Promise<void> {
    const running = this.process;
    if (running === undefined) return;
    signal(running.pid, 'SIGKILL');
    await running.ended();
    this.process = undefined;
  }

  freeze(): void {
    if (this.process !== undefined) signal(this.process.pid, 'SIGSTOP');
  }

  thaw(): void {
    if (this.process !== undefined) signal(this.process.pid, 'SIGCONT');
  }
}
