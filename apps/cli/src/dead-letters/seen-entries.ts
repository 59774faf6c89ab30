import { entriesOf, type Entry } from '@streakline/dead-letters';
import type { OpenSources } from './sources';

/** All that is open in the sources; says on standard error which dead-letter topics do not exist. */
export async function seenEntries(sources: OpenSources): Promise<readonly Entry[]> {
  const { entries, missing } = await entriesOf(sources);
  if (missing.length > 0)
    process.stderr.write(`streakline: no topic ${missing.join(', ')}: streakline topics create makes it\n`);
  return entries;
}
