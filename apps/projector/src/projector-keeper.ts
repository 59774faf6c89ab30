import type { Log } from '@streakline/observability';

/** As much of a projector as is needed to keep it going. Once begun, it retries by itself. */
interface Keepable {
  start(): Promise<void>;
  stop(): Promise<void>;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;

/**
 * Starts a projector in the background, again and again until it can begin: a rebuild that fails must neither keep the
 * server from starting nor stop the writes.
 */
export class ProjectorKeeper {
  private begun: Promise<void> = Promise.resolve();
  private failure: string | null = null;
  private readonly stopping = new AbortController();

  constructor(
    private readonly projector: Keepable,
    private readonly log: Log,
  ) {}

  /** Why it cannot begin yet; null while it follows, or has not been tried. */
  get problem(): string | null {
    return this.failure;
  }

  start(): void {
    this.begun = this.begin();
  }

  /** Waits until the projector follows the store, but no longer than this many milliseconds. */
  async followingWithin(ms: number): Promise<void> {
    const patience = new AbortController();
    await Promise.race([this.begun, pause(ms, patience.signal)]);
    patience.abort();
  }

  /** Ends what is under way, then resolves. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.projector.stop();
    await this.begun;
    // It may have begun in between.
    await this.projector.stop();
  }

  private async begin(): Promise<void> {
    for (let attempt = 0; !(await this.tryToBegin(attempt)); attempt += 1) {
      await pause(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempt), this.stopping.signal);
    }
  }

  /** True if there is nothing more to try. */
  private async tryToBegin(attempt: number): Promise<boolean> {
    if (this.stopping.signal.aborted) return true;
    try {
      await this.projector.start();
      this.failure = null;
      return true;
    } catch (err) {
      if (this.stopping.signal.aborted) return true;
      this.failure = `It cannot begin: ${err instanceof Error ? err.message : String(err)}. It is tried again.`;
      this.log.error({ err, attempt }, 'the projector cannot begin and tries again');
      return false;
    }
  }
}

/** Resolves after a time, or at once when it is cut short. */
function pause(ms: number, cutShort: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(done, ms);
    cutShort.addEventListener('abort', done, { once: true });
  });
}
