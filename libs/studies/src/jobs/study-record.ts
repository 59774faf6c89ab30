import type { FieldError } from '@streakline/event-store';
import type { StudyProgress } from '@streakline/event-study';

export const studyStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type StudyState = (typeof studyStates)[number];

/** Why a study has no result. `code` is camelCase and stable. */
export interface StudyFailure {
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly FieldError[];
}

/** A study as it stands, without its result. Instants are RFC 3339. */
export interface StudyRecord {
  readonly id: string;
  readonly seq: number;
  readonly kind: string;
  /** With ids for refs. */
  readonly request: object;
  /** In the event store; nothing recorded later enters. */
  readonly position: number;
  readonly state: StudyState;
  /** Of the read models that it was computed from; null before. */
  readonly projectionVersion: number | null;
  /** null unless it is running. */
  readonly progress: StudyProgress | null;
  /** null unless it failed. */
  readonly failure: StudyFailure | null;
  readonly askedAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
}

/** Columns of {@link StudyRow}, for a select or a returning clause. */
export const STUDY_COLUMNS = `study_id AS id, seq, kind, request, position, state, projection_version AS "projectionVersion",
  progress, failure, asked_at AS "askedAt", started_at AS "startedAt", finished_at AS "finishedAt"`;

/** A row as PostgreSQL gives it. */
export type StudyRow = Omit<StudyRecord, 'seq' | 'position' | 'askedAt' | 'startedAt' | 'finishedAt'> & {
  readonly seq: string;
  readonly position: string;
  readonly askedAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
};

export function recordOf(row: StudyRow): StudyRecord {
  return {
    ...row,
    seq: Number(row.seq),
    position: Number(row.position),
    askedAt: row.askedAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
