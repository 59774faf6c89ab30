import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/**
 * A door to a server that can be shut: to whoever goes through it, what stands behind is then away, as in an outage or a
 * restart. It begins shut, and keeps its port from one opening to the next.
 */
export class Door {
  private readonly passing = new Set<Socket>();
  private server: Server | undefined;
  private ownPort = 0;

  constructor(
    private readonly host: string,
    private readonly port: number,
  ) {}

  /** `host:port`, once it was opened or {@link reserve}d. */
  get address(): string {
    return `127.0.0.1:${this.ownPort}`;
  }

  /** Takes a port, so that the address is known before the first opening. */
  async reserve(): Promise<void> {
    await this.open();
    await this.shut();
  }

  async open(): Promise<void> {
    this.server = createServer((outside) => {
      const inside = connect(this.port, this.host);
      for (const end of [outside, inside]) this.passing.add(end.on('error', () => end.destroy()));
      outside.pipe(inside).pipe(outside);
      outside.once('close', () => inside.destroy());
    }).listen(this.ownPort, '127.0.0.1');
    await once(this.server, 'listening');
    this.ownPort = (this.server.address() as { port: number }).port;
  }

  /** Cuts off who is passing, and lets nobody in. */
  async shut(): Promise<void> {
    if (this.server === undefined) return;
    const shut = once(this.server, 'close');
    this.server.close();
    this.server = undefined;
    for (const socket of this.passing) socket.destroy();
    this.passing.clear();
    await shut;
  }
}
