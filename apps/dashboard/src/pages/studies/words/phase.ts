import type { StudySummary } from '../form/study-types';

export const stateWords: Readonly<Record<StudySummary['state'], string>> = {
  queued: 'waiting',
  running: 'running',
  done: 'done',
  failed: 'failed',
  cancelled: 'cancelled',
};

export function isUnderWay({ state }: Pick<StudySummary, 'state'>): boolean {
  return state === 'queued' || state === 'running';
}

/** What is being done, and how far that step is, from 0 to 1; null where nobody knows yet. */
export function progressOf({ state, progress }: Pick<StudySummary, 'state' | 'progress'>): {
  readonly what: string;
  readonly done: number | null;
} {
  if (state === 'queued') return { what: 'Waiting for its turn', done: null };
  if (progress === null) return { what: 'Starting', done: null };
  const { phase, done, total } = progress;
  const what = `${phase.charAt(0).toUpperCase()}${phase.slice(1)}`;
  return { what, done: total > 0 ? Math.min(1, done / total) : null };
}

/** How long it took, in words; null where it has not ended. */
export function tookWords({ startedAt, finishedAt }: Pick<StudySummary, 'startedAt' | 'finishedAt'>): string | null {
  if (startedAt === null || finishedAt === null) return null;
  const seconds = Math.max(0, Date.parse(finishedAt) - Date.parse(startedAt)) / 1000;
  if (seconds < 10) return `in ${seconds.toFixed(1)} s`;
  return seconds < 120 ? `in ${Math.round(seconds)} s` : `in ${Math.round(seconds / 60)} min`;
}

/** How it ended, in a word or a sentence. */
export function outcomeWords(study: StudySummary): string {
  if (study.state === 'failed') return study.failure?.detail ?? 'Failed.';
  if (study.state === 'done') return `Done ${tookWords(study) ?? ''}`.trim();
  return study.state === 'cancelled' ? 'Cancelled before it was done.' : '';
}
