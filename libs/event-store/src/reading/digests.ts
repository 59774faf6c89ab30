import type { ClientBase } from 'pg';
import { selectDigests } from '../sql/select-digests';

/**
 * A SHA-256 (hexadecimal) a key over what its events up to a position say, when it was known, and their positions. The
 * same in every store that holds the same history: ids and times of recording are not in it. No entry for a key without
 * events.
 */
export async function readDigests(
  client: ClientBase,
  keys: readonly string[],
  upTo: number,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ key: string; digest: string }>(selectDigests, [keys, upTo]);
  return new Map(rows.map(({ key, digest }) => [key, digest]));
}
