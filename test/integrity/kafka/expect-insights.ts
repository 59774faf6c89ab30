import { addEvent, emptyDossier } from '@streakline/dossiers';
import type { RecordedEvent } from '@streakline/events';
import { insightsDue, STORED_COLUMNS, type StoredInsight } from '@streakline/insights';
import type { KafkaRun } from './kafka-run';
import { newsInstrumentOf } from './news-history';
import type { Telling } from './telling';

type Told = StoredInsight & { readonly detail: string };

/**
 * The outbox of insights, whatever happened meanwhile: each telling follows from the one before it, says something
 * else, and the last ones say what all events together say.
 */
export async function expectInsightsWhole(run: KafkaRun, { seed }: Telling): Promise<void> {
  const { rows } = await run.made.database.pool.query<Told>(
    `SELECT ${STORED_COLUMNS}, detail FROM insights.outbox ORDER BY outbox.seq`,
  );
  const names = new Set(rows.map(nameOf));
  const chains = [...names].map((name) => rows.filter((row) => nameOf(row) === name));
  expect(chains.length).toBeGreaterThan(0);
  for (const chain of chains) expectChain(chain);
  const events = await newsEvents(run, seed);
  const dossier = emptyDossier(newsInstrumentOf(seed));
  for (const event of events) addEvent(dossier, event);
  const due = insightsDue(dossier, events)?.insights ?? [];
  const last = chains.flatMap((chain) => chain.at(-1) ?? []).filter(({ withdrawn }) => !withdrawn);
  expect(last.map(saying).sort()).toEqual(due.map(saying).sort());
}

/** In the order of the telling: revisions from 1 on without a gap, each naming the one before and unlike it. */
function expectChain(chain: readonly Told[]): void {
  expect(chain.map(({ revision }) => revision)).toEqual(chain.map((_, index) => index + 1));
  expect(chain.map(({ corrects }) => corrects)).toEqual([null, ...chain.slice(0, -1).map(({ id }) => id)]);
  const contents = chain.map(({ withdrawn, data }) => JSON.stringify([withdrawn, data]));
  expect(contents.filter((content, index) => content === contents[index - 1])).toEqual([]);
}

async function newsEvents({ made }: KafkaRun, seed: number): Promise<readonly RecordedEvent[]> {
  const found: RecordedEvent[] = [];
  for await (const events of made.store.readAll())
    found.push(...events.filter(({ keys }) => keys.includes(newsInstrumentOf(seed))));
  return found;
}

function nameOf({ kind, instrumentId, session, detail }: Told): string {
  return JSON.stringify([kind, instrumentId, session, detail]);
}

function saying({ kind, session, detail, data }: Pick<Told, 'kind' | 'session' | 'detail' | 'data'>): string {
  return JSON.stringify([kind, session, detail, data]);
}
