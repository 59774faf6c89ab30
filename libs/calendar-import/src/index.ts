/**
 * Calendars of announcements go on record: what is past becomes announcements with their figures, or figures of
 * announcements on record; what is to come becomes scheduled announcements.
 */
export { importCalendar } from './import-calendar';
export type {
  CalendarImport,
  CalendarImported,
  CalendarNote,
  CalendarProgress,
  ExecuteCommand,
  RefusedRow,
} from './calendar-import';
