import type { Command } from '@nestjs/cqrs';
import type { RefusedCalendarRow } from '@streakline/calendar-files';
import type { AnnouncementRecord } from '@streakline/events';
import type { CommandReceipt, EventStore, Refusal } from '@streakline/event-store';

/** Carries a command out: Nest's CommandBus, in a process. */
export type ExecuteCommand = (command: Command<CommandReceipt | Refusal>) => Promise<CommandReceipt | Refusal>;

/** How many rows are settled, of all that were read. */
export interface CalendarProgress {
  readonly done: number;
  readonly total: number;
}

export interface CalendarImport {
  readonly store: EventStore;
  readonly execute: ExecuteCommand;
  /** Who says so: the calendar's name, part of what is recorded. */
  readonly source: string;
  /** Of rows that name none. */
  readonly kind: AnnouncementRecord['original']['kind'];
  /** Of all rows: an instrument's id, or MIC:SYMBOL. */
  readonly instrument?: string | undefined;
  /** Of symbols beside which no exchange stands. */
  readonly mic?: string | undefined;
  /**
   * What a clock time is taken for. `timing`: the part of the day that it lies in (calendars write the hour of the call, or
   * a round one); `exact`: the instant at which it became public.
   */
  readonly times: 'timing' | 'exact';
  /** Whether rows have a column for what was reported: a past one without is then no report. */
  readonly hasActuals: boolean;
  /** Take past rows for announcements although nothing reported stands in them. */
  readonly withoutActual: boolean;
  /** `execute` decides and stores nothing. */
  readonly dryRun?: boolean | undefined;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: CalendarProgress) => void) | undefined;
}

export type RefusedRow = RefusedCalendarRow;

/** Something to be told of a row that was taken. */
export interface CalendarNote {
  readonly line: number;
  readonly code: 'nonTradingDay' | 'dateDiffers' | 'timingDiffers' | 'clockContradictsTiming';
  readonly detail: string;
}

/** What an import came to; every row is counted once in the first six. */
export interface CalendarImported {
  readonly announced: number;
  /** Figures went to an announcement that was on record. */
  readonly measured: number;
  readonly scheduled: number;
  /** All of it was on record before. */
  readonly onRecord: number;
  readonly refused: readonly RefusedRow[];
  /** Rows that an interruption left. */
  readonly left: number;
  readonly notes: readonly CalendarNote[];
  /** Of those taken: rows with a date alone, whose day 0 is assumed. */
  readonly assumed: number;
  readonly instruments: number;
  /** Reading from here on sees all of it; 0 where nothing was recorded. */
  readonly position: number;
}
