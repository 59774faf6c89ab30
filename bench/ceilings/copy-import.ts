import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Client } from 'pg';
import { from } from 'pg-copy-streams';
import { sampleEvent } from '../sample-events';

/** The store's own tables, indexes and all, but for the triggers and the function. */
const tables = `
create schema ceiling;
create table ceiling.events (like event_store.events including all);
create table ceiling.event_keys (like event_store.event_keys including all);`;

export interface CopyImport {
  /** Stores the sample events of a range by COPY, in one transaction. */
  load(first: number, count: number): Promise<void>;
  close(): Promise<void>;
}

/** COPY of the same rows as an import writes, into tables of the same shape: nothing puts rows in faster. */
export async function openCopyImport(url: string): Promise<CopyImport> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(tables);
  const copy = async (target: string, lines: readonly string[]) => {
    const stream = client.query(from(`copy ${target} from stdin`));
    stream.end(lines.join(''));
    await once(stream, 'finish');
  };
  return {
    load: async (first, count) => {
      const indexes = Array.from({ length: count }, (_, offset) => first + offset);
      await client.query('begin');
      await copy('ceiling.events', indexes.map(eventLine));
      await copy('ceiling.event_keys', indexes.flatMap(keyLines));
      await client.query('commit');
    },
    close: () => client.end(),
  };
}

function eventLine(index: number): string {
  const { streamId, event } = sampleEvent(index);
  const columns = [
    index,
    randomUUID(),
    streamId,
    1,
    event.type,
    1,
    event.knownAt ?? 0,
    event.knownAt ?? 0,
    randomUUID(),
    '\\N',
    `{${event.keys.join(',')}}`,
  ];
  return `${columns.join('\t')}\t${JSON.stringify(event.data).replaceAll('\\', '\\\\')}\n`;
}

function keyLines(index: number): readonly string[] {
  return sampleEvent(index).event.keys.map((key) => `${key}\t${index}\n`);
}
