import { Client, type ClientConfig } from 'pg';

/**
 * A client that outlives nothing, but takes nobody with it: pg emits `error` on a client whose connection is lost
 * beside failing its queries, and without a listener on checked-out clients that ends the process.
 */
export class LossTolerantClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}
