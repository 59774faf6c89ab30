import type { CalendarImported } from '@streakline/calendar-import';

/** What became of a calendar, for people and for programs. */
export interface CalendarOutcome extends CalendarImported {
  readonly file: string;
  readonly source: string;
  readonly rows: number;
  readonly ignoredColumns: readonly string[];
  readonly refusedFile: string | null;
  readonly dryRun: boolean;
}
