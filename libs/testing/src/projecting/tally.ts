import { randomUUID } from 'node:crypto';
import type { EventStore } from '@streakline/event-store';
import type { RecordedEvent } from '@streakline/events';
import { keyedFold, type Projection } from '@streakline/projections';

/** A key's numbers, by position. */
interface TallyState {
  readonly key: string;
  readonly amounts: Map<number, number>;
}

export interface TallyOptions {
  readonly definition?: number;
  /** Counts the look-ups of states at rest. */
  readonly onLoad?: (keys: readonly string[]) => void;
  /** Called before each event is folded: may take its time, or throw. */
  readonly onApply?: (event: RecordedEvent) => void;
  readonly publish?: NonNullable<Projection['publish']>;
}

/** For specs of the engine and its feeds: adds up numbers by key. An event without an amount cannot be folded. */
export function tallyProjection(options: TallyOptions = {}): Projection {
  return {
    name: 'tally',
    definition: options.definition ?? 1,
    tables: [
      {
        name: 'amounts',
        columns: { key: 'text', position: 'bigint', amount: 'double precision' },
        primaryKey: ['key', 'position'],
      },
      {
        name: 'totals',
        columns: { key: 'text', total: 'double precision', count: 'integer', label: 'text', nested: 'json' },
        primaryKey: ['key'],
        indexes: [{ columns: ['total'] }],
      },
    ],
    folds: [tallyFold(options)],
    ...(options.publish && { publish: options.publish }),
  };
}

function tallyFold({ definition = 1, onLoad, onApply }: TallyOptions) {
  return keyedFold<TallyState>({
    takes: (key) => key.startsWith('tally:'),
    empty: (key) => ({ key, amounts: new Map() }),
    load: async (client, schema, keys) => {
      onLoad?.(keys);
      const { rows } = await client.query<{ key: string; position: string; amount: number }>(
        `SELECT key, position, amount FROM ${schema}.amounts WHERE key = ANY($1)`,
        [keys],
      );
      const states = new Map<string, TallyState>();
      for (const { key, position, amount } of rows) {
        const state = states.get(key) ?? { key, amounts: new Map() };
        state.amounts.set(Number(position), amount);
        states.set(key, state);
      }
      return states;
    },
    apply: (state, event) => {
      onApply?.(event);
      state.amounts.set(event.position, amountOf(event));
      return state;
    },
    rows: ({ key, amounts }) => {
      const inOrder = [...amounts].sort(([a], [b]) => a - b);
      const total = inOrder.reduce((sum, [, amount]) => sum + amount, 0) * definition;
      return {
        amounts: inOrder.map(([position, amount]) => ({ key, position, amount })),
        // Zero has no row, so that rows also go away.
        totals:
          total === 0 ? [] : [{ key, total, count: inOrder.length, label: `of\t${key}\\n`, nested: { key, total } }],
      };
    },
    sizeOf: ({ amounts }) => 100 + amounts.size * 50,
  });
}

function amountOf({ data }: RecordedEvent): number {
  if (typeof data === 'object' && data !== null && 'amount' in data && typeof data.amount === 'number')
    return data.amount;
  throw new Error('this amount is poison');
}

/** Appends one event that adds `amount` (poison, if undefined) to each of some keys. Returns its position. */
export async function addAmount(
  store: EventStore,
  keys: readonly string[],
  amount: number | undefined,
): Promise<number> {
  const event = { type: 'AmountAdded', typeVersion: 1, data: { amount }, keys: keys.map((key) => `tally:${key}`) };
  const result = await store.append({
    streams: [{ streamId: `tally-${randomUUID()}`, expectedVersion: 'none', events: [event] }],
  });
  if (result.outcome !== 'appended') throw new Error(`Not appended: ${result.outcome}`);
  return result.events[0]?.position ?? 0;
}
