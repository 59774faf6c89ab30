import { type Dossier, type PackedYear, unpackFacts } from '@streakline/dossiers';
import type { Table } from '@streakline/projections';
import type { PoolClient } from 'pg';

/**
 * Facts at rest, packed, a row an instrument and year (0: facts without a date). `position` is that of the newest
 * event in the row: a reader sees by it whether what it has unpacked is still the newest.
 */
export const factsTable: Table = {
  name: 'facts',
  columns: { instrument_id: 'text', year: 'integer', position: 'bigint', packed: 'bytea' },
  primaryKey: ['instrument_id', 'year'],
};

export interface FactsOfYear extends PackedYear {
  readonly position: number;
}

/** Packed facts of some instruments; one without facts is left out. */
export function readFacts(
  client: PoolClient,
  schema: string,
  instrumentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly FactsOfYear[]>> {
  return factsWhere(client, schema, 'instrument_id = ANY($1)', instrumentIds);
}

/** Of some instruments the facts without a date: listings, renames, benchmarks, sectors. */
export function readUndatedFacts(
  client: PoolClient,
  schema: string,
  instrumentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly FactsOfYear[]>> {
  return factsWhere(client, schema, 'instrument_id = ANY($1) AND year = 0', instrumentIds);
}

async function factsWhere(
  client: PoolClient,
  schema: string,
  condition: string,
  instrumentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly FactsOfYear[]>> {
  const { rows } = await client.query<{ id: string; year: number; position: string; packed: Buffer }>(
    `SELECT instrument_id AS id, year, position, packed FROM ${schema}.facts WHERE ${condition} ORDER BY year`,
    [instrumentIds],
  );
  const facts = new Map<string, FactsOfYear[]>();
  for (const { id, year, position, packed } of rows) {
    const years = facts.get(id) ?? [];
    years.push({ year, position: Number(position), packed });
    facts.set(id, years);
  }
  return facts;
}

/** Newest position in each instrument's facts. */
export async function readFactPositions(
  client: PoolClient,
  schema: string,
  instrumentIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ id: string; position: string }>(
    `SELECT instrument_id AS id, max(position) AS position FROM ${schema}.facts WHERE instrument_id = ANY($1) GROUP BY 1`,
    [instrumentIds],
  );
  return new Map(rows.map(({ id, position }) => [id, Number(position)]));
}

export function dossierOf(instrumentId: string, years: readonly FactsOfYear[]): Dossier {
  return unpackFacts(instrumentId, years);
}
