import { once } from 'node:events';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Table } from '../contract/table';

const FLUSH_CHARACTERS = 1 << 20;

/**
 * Collects COPY lines for several tables over one connection: a table's lines go out a megabyte at a time, while the
 * caller goes on folding. At most one COPY is under way, so memory stays bounded by a buffer a table.
 */
export class CopyWriter {
  private readonly pending = new Map<string, string>();
  private underWay: Promise<void> = Promise.resolve();
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

  /** Sends the buffers that are full, after the COPY under way is done. */
  async drain(): Promise<void> {
    for (const table of this.tables) {
      if ((this.pending.get(table.name)?.length ?? 0) >= FLUSH_CHARACTERS) await this.send(table);
    }
  }

  /** Sends everything and waits for it. */
  async finish(): Promise<void> {
    for (const table of this.tables) if (this.pending.get(table.name)) await this.send(table);
    await this.settle();
  }

  private async send(table: Table): Promise<void> {
    await this.settle();
    const bytes = Buffer.from(this.pending.get(table.name) ?? '', 'utf8');
    this.pending.delete(table.name);
    this.underWay = this.copy(table, bytes).catch((error: unknown) => {
      this.failure = error instanceof Error ? error : new Error(String(error));
    });
  }

  private async settle(): Promise<void> {
    await this.underWay;
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
