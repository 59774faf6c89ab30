import { once } from 'node:events';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Table } from '../contract/table';

const FLUSH_CHARACTERS = 1 << 20;
/** Enough that neither side waits for the other at every buffer, though folding and writing are fast by turns. */
const MOST_QUEUED = 6;

/**
 * Collects COPY lines for several tables over one connection: a table's lines go out a megabyte at a time, one COPY after
 * the other, while the caller goes on folding. Memory stays bounded by a buffer a table and those that wait.
 */
export class CopyWriter {
  private readonly pending = new Map<string, string>();
  /** The COPY under way and those behind it. */
  private readonly queue: { readonly copied: Promise<void> }[] = [];
  private failure: Error | undefined;
  /** Rows taken so far. */
  rows = 0;

  constructor(
    private readonly client: PoolClient,
    private readonly schema: string,
    private readonly tables: readonly Table[],
  ) {}

  /** Takes lines of one table, each without its line end. Returns true when drain() should be awaited. */
  add(table: string, lines: Iterable<string>): boolean {
    let text = this.pending.get(table) ?? '';
    for (const line of lines) {
      text += `${line}\n`;
      this.rows += 1;
    }
    this.pending.set(table, text);
    return text.length >= FLUSH_CHARACTERS;
  }

  /** Sends the buffers that are full; waits while too many are on their way. */
  async drain(): Promise<void> {
    for (const table of this.tables) {
      if ((this.pending.get(table.name)?.length ?? 0) >= FLUSH_CHARACTERS) this.send(table);
    }
    await this.settle(MOST_QUEUED);
  }

  /** Sends everything and waits for it. */
  async finish(): Promise<void> {
    for (const table of this.tables) if (this.pending.get(table.name)) this.send(table);
    await this.settle(0);
  }

  private send(table: Table): void {
    const bytes = Buffer.from(this.pending.get(table.name) ?? '', 'utf8');
    this.pending.delete(table.name);
    const before = this.queue.at(-1)?.copied ?? Promise.resolve();
    const copied = before
      .then(() => (this.failure === undefined ? this.copy(table, bytes) : undefined))
      .catch((error: unknown) => {
        this.failure = error instanceof Error ? error : new Error(String(error));
      });
    this.queue.push({ copied });
  }

  /** Waits until no more than so many are left. */
  private async settle(most: number): Promise<void> {
    while (this.queue.length > most) {
      await this.queue[0]?.copied;
      // Only now: the next COPY comes after the last one here.
      this.queue.shift();
    }
    if (this.failure !== undefined) throw this.failure;
  }

  private async copy(table: Table, bytes: Buffer): Promise<void> {
    const columns = Object.keys(table.columns).map((name) => `"${name}"`);
    const stream = this.client.query(copyFrom(`COPY ${this.schema}.${table.name} (${columns.join(', ')}) FROM STDIN`));
    const done = once(stream, 'finish');
    stream.end(bytes);
    await done;
  }
}
