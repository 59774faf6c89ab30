import type { TimelineEntry } from '@streakline/dossiers';
import type { TimelineAnswer } from './timelines.answers';

/** An entry as readers see it: its instants as RFC 3339 has them. */
export function timelineAnswer(entry: TimelineEntry): TimelineAnswer {
  const at = iso(entry.at);
  if (entry.kind === 'halted') return { ...entry, at, to: entry.to === null ? null : iso(entry.to) };
  if (entry.kind === 'resumed') return { ...entry, at, from: iso(entry.from) };
  return { ...entry, at };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
