import type { EventResult, GroupReport, StudyResult } from '@streakline/event-study';

/** What was studied: returns are shown as percentages, logarithms as they are. */
export type StudiedValue = 'return' | 'logVolume' | 'volatility';

/** One model's answer. */
export interface ReportedStudy {
  readonly result: StudyResult;
  /** Each event's figures, for its curve and its row; may be empty. */
  readonly events: readonly EventResult[];
  /** CAARs by group and their differences, where these were asked for. */
  readonly groups?: GroupReport;
}

/** How figures are written, settled. */
export interface Shown {
  readonly value: StudiedValue;
  readonly confidence: number;
}

/** What a report shows: the same announcements under one model or several. */
export interface StudyDocument {
  readonly title: string;
  /** Sentences on what was asked: the selection, the position that it rests on, the windows' source. */
  readonly about: readonly string[];
  /** Default: returns. */
  readonly value?: StudiedValue;
  /** Of the bands and intervals; default 0.95. */
  readonly confidence?: number;
  readonly studies: readonly ReportedStudy[];
  /** Sentences on what was left out, and what is suspicious. */
  readonly notes: readonly string[];
}
