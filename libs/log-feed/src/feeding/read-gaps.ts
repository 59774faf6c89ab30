import type { EventStore } from '@streakline/event-store';
import type { RecordedEvent } from '@streakline/events';
import type { Gap } from '../planning/plan-batch';

/** A page of the store, and how far it takes the partitions that wait for it. */
export interface GapPage {
  readonly events: readonly RecordedEvent[];
  readonly to: ReadonlyMap<number, number>;
}

/** As many chunks of a COPY, of about a megabyte each, may be in memory. */
const MOST_CHUNKS = 8;

/**
 * The next events of the gaps that begin first, `maxEvents` of them at most: one reading of the store serves all
 * partitions that miss the same stretch, as after a switch from the embedded feed or with a topic made anew.
 */
export async function readGaps(store: EventStore, gaps: readonly Gap[], maxEvents: number): Promise<GapPage> {
  if (gaps.length === 0) return { events: [], to: new Map() };
  const after = Math.min(...gaps.map((gap) => gap.after));
  const upTo = Math.min(after + maxEvents, Math.max(...gaps.map((gap) => gap.upTo)));
  const events: RecordedEvent[] = [];
  let chunks = 0;
  let reached = upTo;
  for await (const chunk of store.readAll({ after, upTo })) {
    for (const event of chunk) events.push(event);
    chunks += 1;
    if (chunks < MOST_CHUNKS) continue;
    // Large events: the rest is for the next page.
    reached = events.at(-1)?.position ?? reached;
    break;
  }
  const begun = gaps.filter((gap) => gap.after < reached);
  return { events, to: new Map(begun.map((gap) => [gap.partition, Math.min(gap.upTo, reached)])) };
}
