import type { ServerResponse } from 'node:http';
import type { Keyring } from '../keyring/keyring';
import type { CheckedKey } from '../store/api-key-store';

/** Milliseconds. */
const LOOK_EVERY = 1_000;

/**
 * The answers that are under way, each with the key that it was asked for with. A live stream has no end of its own: while
 * there are answers the keys are looked at every second, and what streams to a key that is no longer good is broken off.
 */
export class OpenAnswers {
  private readonly answers = new Map<ServerResponse, CheckedKey>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly keyring: Keyring) {}

  add(response: ServerResponse, key: CheckedKey): void {
    this.answers.set(response, key);
    response.once('close', () => this.answers.delete(response));
    // It ends by itself at the first look that finds nothing: most answers are out long before one.
    this.timer ??= setInterval(() => this.look(), LOOK_EVERY).unref();
  }

  private look(): void {
    if (this.answers.size === 0) {
      clearInterval(this.timer);
      this.timer = undefined;
      return;
    }
    // While the keys cannot be read nothing comes out of the store to stream either.
    Promise.resolve(this.keyring.refresh()).then(
      () => this.breakOff(),
      () => undefined,
    );
  }

  /** What has not begun to answer is a request in hand: it is answered. */
  private breakOff(): void {
    for (const [response, key] of this.answers)
      if (response.headersSent && !this.keyring.isGood(key)) response.destroy();
  }
}
