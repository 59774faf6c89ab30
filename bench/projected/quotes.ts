import type { RecordedEvent } from '@streakline/events';
import { keyedFold, type Projection } from '@streakline/projections';
import type { Pool } from 'pg';

/** Fills an empty store with small events (some 130 bytes of data), each with one key. */
export async function fillQuotes(pool: Pool, events: number, keys: number): Promise<void> {
  const key = `'ins_' || lpad(to_hex(n % ${keys}), 32, '0')`;
  await pool.query(`
    with drawn as (update event_store.counter set position = position + ${events} returning position),
    stored as (
      insert into event_store.events
      select n, gen_random_uuid(), 'quotes-' || n % ${keys}, 1 + n / ${keys}, 'Quoted', 1, 1772197200000 + n, 1772197200000 + n, gen_random_uuid(), null,
        array[${key}],
        json_build_object('instrumentId', ${key}, 'source', 'bench', 'session', '2026-02-27', 'close', 100 + n % 50)
      from generate_series(1, ${events}) n)
    insert into event_store.event_keys select ${key}, n from generate_series(1, ${events}) n`);
  await pool.query('vacuum analyze event_store.events, event_store.event_keys');
}

interface Quotes {
  readonly key: string;
  readonly closes: number[];
  readonly positions: number[];
}

const shared = {
  takes: (key: string) => key.startsWith('ins_'),
  empty: (key: string): Quotes => ({ key, closes: [], positions: [] }),
  load: () => Promise.resolve(new Map<string, Quotes>()),
  apply: (state: Quotes, event: RecordedEvent): Quotes => {
    state.closes.push((event.data as { close: number }).close);
    state.positions.push(event.position);
    return state;
  },
  sizeOf: ({ closes }: Quotes) => closes.length * 16,
};

/** A row a key: its last close and how many there were. */
export const lastQuotes: Projection = {
  name: 'last_quotes',
  definition: 1,
  tables: [
    { name: 'last_quotes', columns: { key: 'text', close: 'double precision', count: 'integer' }, primaryKey: ['key'] },
  ],
  folds: [
    keyedFold<Quotes>({
      ...shared,
      rows: ({ key, closes }) => ({ last_quotes: [{ key, close: closes.at(-1), count: closes.length }] }),
    }),
  ],
};

/** A row an event. */
export const everyQuote: Projection = {
  name: 'every_quote',
  definition: 1,
  tables: [
    {
      name: 'every_quote',
      columns: { key: 'text', position: 'bigint', close: 'double precision' },
      primaryKey: ['key', 'position'],
    },
  ],
  folds: [
    keyedFold<Quotes>({
      ...shared,
      rows: ({ key, closes, positions }) => ({
        every_quote: closes.map((close, at) => ({ key, position: positions[at], close })),
      }),
    }),
  ],
};
