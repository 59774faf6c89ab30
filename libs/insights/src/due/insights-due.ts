import { type Dossier, type Insight, insightsOf, type Known, knownBy, newestPosition } from '@streakline/dossiers';
import type { RecordedEvent } from '@streakline/events';

/** Nothing is told of sessions that closed longer than this before their facts were recorded: it is history, not news. */
const NEWS_FOR_MS = 7 * 24 * 60 * 60 * 1000;

/** All insights that hold for an instrument from one session on. What else was told of these sessions holds no longer. */
export interface InsightsDue {
  readonly subject: string;
  readonly fromSession: string;
  readonly insights: readonly Insight[];
  /** Of the newest event behind them, and when it became public (epoch milliseconds). */
  readonly position: number;
  readonly knownAt: number;
}

/**
 * What is to be told of an instrument when these events, in position order, were the last to go into its dossier; null
 * where that is nothing, or where the dossier is further: then it was told when the later events came.
 *
 * How long ago a session closed is judged by when the events were recorded, never by a clock. And in whatever batches
 * they come, the same is told in the end: the sessions that were news to the first events of a batch and no longer to
 * its last are judged as they stood after the last event to which they were.
 *
 * @param knownHere what is known by the whole dossier, if somebody has it already
 */
export function insightsDue(
  dossier: Dossier,
  events: readonly Pick<RecordedEvent, 'position' | 'recordedAt' | 'knownAt'>[],
  knownHere?: Known,
): InsightsDue | null {
  const [oldest, newest] = [events[0], events.at(-1)];
  if (oldest === undefined || newest === undefined || newest.position < newestPosition(dossier)) return null;
  const known = knownHere ?? knownBy(dossier);
  if (known === null) return null;
  const { sessions, closes } = known.table;
  const from = known.table.firstClosingFrom(newsSince(oldest));
  const fromNewest = known.table.firstClosingFrom(newsSince(newest));
  const fromSession = sessions[from];
  const hasNoBars = (known.ordinals.at(-1) ?? -1) < from;
  // Bars do not go away, but a change of exchange can leave them without their sessions.
  if (fromSession === undefined || (hasNoBars && known.strays.length === 0)) return null;
  const insights: Insight[] = [];
  for (let ordinal = from; ordinal < fromNewest; ordinal++) {
    const close = closes[ordinal]!;
    const last = events.findLast((event) => newsSince(event) <= close);
    const then = knownBy(dossier, { asRecorded: last?.position ?? 0 });
    if (then !== null) insights.push(...insightsOf(then, close, closes[ordinal + 1]));
  }
  insights.push(...insightsOf(known, newsSince(newest)));
  const { position, knownAt } = newest;
  return { subject: dossier.instrumentId, fromSession, insights, position, knownAt };
}

function newsSince({ recordedAt }: Pick<RecordedEvent, 'recordedAt'>): number {
  return recordedAt - NEWS_FOR_MS;
}
