import { type Entry, type EntryFilter, idOf, matches } from '@streakline/dead-letters';
import { UsageError } from '../failures';
import type { Unseen } from './sources';

export interface ChoiceOptions extends EntryFilter {
  readonly all?: boolean;
}

/** Whether ids are given, or --all; never both, never neither. */
export function checkChoice(ids: readonly string[], { all, topic, code }: ChoiceOptions): void {
  if (ids.length === 0 && all !== true)
    throw new UsageError('name ids, as `streakline dead-letters list` shows them, or give --all');
  if (ids.length > 0 && (all === true || topic !== undefined || code !== undefined))
    throw new UsageError('give ids, or --all with --topic and --code, not both');
}

/** The entries that were asked for. Throws where an id is not among them. */
export function chosen(
  entries: readonly Entry[],
  ids: readonly string[],
  options: ChoiceOptions,
  unseen: readonly Unseen[],
): readonly Entry[] {
  if (ids.length === 0) return entries.filter(matches(options));
  return [...new Set(ids)].map((id) => findEntry(entries, id, unseen));
}

/** Throws where there is no such entry, with what may be why. */
export function findEntry(entries: readonly Entry[], id: string, unseen: readonly Unseen[]): Entry {
  const found = entries.find((entry) => idOf(entry) === id);
  if (found !== undefined) return found;
  const dark = unseen.map(({ what, why }) => ` (${what} were not looked at: ${why})`).join('');
  throw new Error(`nothing open has the id ${id}${dark}: streakline dead-letters list shows what has`);
}
