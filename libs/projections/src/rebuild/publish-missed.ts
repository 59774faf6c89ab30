import type { PoolClient } from 'pg';
import { lowest, type Positions } from '../checkpoints/checkpoints';
import { type ChangedKey, schemaOf } from '../contract/projection';
import { readFrozenKeys } from '../parked/parked-events';
import { type KeyWork, type Span, sortByKey } from '../projecting/batch';
import type { RebuildParts } from './rebuild-parts';

/** Events looked at, and keys loaded, at a time. */
const EVENTS_AT_A_TIME = 1_000;
const KEYS_AT_A_TIME = 32;

/**
 * Publishes what no version that serves has published: events that the new version folded before it served and that
 * the old one, from now on held still, has not come to. After a deployment these are all events of the rebuild's time.
 */
export async function publishMissed(
  client: PoolClient,
  { store, projection }: RebuildParts,
  version: number,
  before: Positions,
  positions: Positions,
): Promise<void> {
  if (!projection.publish) return;
  const frozen = await readFrozenKeys(client, projection.name, version);
  const spans = new Map<number, Span>(
    [...positions].map(([partition, to]) => [partition, { from: before.get(partition) ?? to, to }]),
  );
  const last = Math.max(...positions.values());
  for (let after = lowest(before); after < last; after += EVENTS_AT_A_TIME) {
    const upTo = Math.min(last, after + EVENTS_AT_A_TIME);
    for await (const events of store.readAll({ after, upTo })) {
      const { work } = sortByKey(projection, events, spans, frozen);
      for (let at = 0; at < work.length; at += KEYS_AT_A_TIME) {
        const changed = await statesOf(client, schemaOf(projection.name, version), work.slice(at, at + KEYS_AT_A_TIME));
        await projection.publish(client, changed);
      }
    }
  }
}

async function statesOf(client: PoolClient, schema: string, work: readonly KeyWork[]): Promise<readonly ChangedKey[]> {
  const changed: ChangedKey[] = [];
  for (const fold of new Set(work.map((item) => item.fold))) {
    const ofFold = work.filter((item) => item.fold === fold);
    const states = await fold.load(
      client,
      schema,
      ofFold.map(({ key }) => key),
    );
    for (const { key, events } of ofFold) changed.push({ key, state: states.get(key) ?? fold.empty(key), events });
  }
  return changed;
}
