import {
  ArticleCorrected,
  ArticleRecorded,
  type ArticleRecord,
  isArticleId,
  type RecordedEvent,
} from '@streakline/events';
import { type AnyFold, keyedFold, type RowsByTable } from '@streakline/projections';
import type { PoolClient } from 'pg';
import {
  type ArticleEventFact,
  articleEventRows,
  articleEventsTable,
  articleRows,
  articlesTable,
} from './articles-table';
import { firstFactRows, firstFactsTable } from './first-facts/first-facts.rows';

/** An article's own events, by position. The newest one carries the article as it stands. */
interface ArticleState {
  readonly id: string;
  readonly events: Map<number, ArticleEventFact>;
}

/** What article ids make of their events: the article's row, and its history. What instruments make of them is nothing. */
export const articleFold: AnyFold = keyedFold<ArticleState>({
  takes: isArticleId,
  empty: (id) => ({ id, events: new Map() }),
  load,
  apply: (state, event) => {
    const record = articleOf(event);
    if (record?.id === state.id)
      state.events.set(event.position, { position: event.position, type: event.type, record });
    return state;
  },
  rows: rowsOf,
  sizeOf: ({ events }) => 500 + events.size * 8_000,
});

function articleOf(event: RecordedEvent): ArticleRecord | undefined {
  return ArticleRecorded.is(event) || ArticleCorrected.is(event) ? event.data.article : undefined;
}

function rowsOf({ id, events }: ArticleState): RowsByTable {
  const inOrder = [...events.values()].sort((a, b) => a.position - b.position);
  return {
    [articlesTable.name]: articleRows(inOrder),
    [articleEventsTable.name]: articleEventRows(id, inOrder),
    [firstFactsTable.name]: firstFactRows(id, firstDates(inOrder)),
  };
}

/** The date of its publication, and any earlier one that a later event gave it. */
function firstDates(events: readonly ArticleEventFact[]): { position: number; date: string }[] {
  const dates: { position: number; date: string }[] = [];
  for (const { position, record } of events) {
    const { published } = record;
    const date = ('at' in published ? new Date(published.at).toISOString() : published.on).slice(
      0,
      'YYYY-MM-DD'.length,
    );
    const earliest = dates.at(-1)?.date;
    if (earliest === undefined || date < earliest) dates.push({ position, date });
  }
  return dates;
}

async function load(
  client: PoolClient,
  schema: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, ArticleState>> {
  const { rows } = await client.query<{ id: string; position: string; type: string; record: ArticleRecord }>(
    `SELECT article_id AS id, position, type, record FROM ${schema}.article_events WHERE article_id = ANY($1)`,
    [keys],
  );
  const states = new Map<string, ArticleState>();
  for (const { id, position, type, record } of rows) {
    const state = states.get(id) ?? { id, events: new Map<number, ArticleEventFact>() };
    state.events.set(Number(position), { position: Number(position), type, record });
    states.set(id, state);
  }
  return states;
}
