/**
 * Calendars of announcements as vendors write them: rows of a delimited file become what each row says, whatever the
 * columns are called. Pure: rows come in, rows go out; where they come from is the caller's affair.
 *
 *     const layout = await establishCalendar(() => rows(), {});
 *     for await (const item of readCalendar(() => rows(), layout)) ...
 */
export { CalendarFileError, type CalendarFileErrorCode } from './calendar-file-error';
export type { CalendarRow, Figures, RawRow, RefusedCalendarRow, RowTiming, RowWhen } from './calendar-row';
export { calendarFields, type CalendarField } from './columns/fields';
export type { ColumnLayout } from './columns/assign-columns';
export { type CalendarLayout, type EstablishOptions, establishCalendar, MOST_ROWS } from './reading/establish-calendar';
export { readCalendar } from './reading/read-calendar';
export { type DateOrder } from './when/dates';
export { readZone, wallInstant } from './when/zones';
