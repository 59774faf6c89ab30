import type { CalendarOutcome } from './calendar-outcome';

const MOST_SHOWN = 10;

/** What became of a calendar, for people. */
export function calendarText(outcome: CalendarOutcome): string {
  const { file, source, rows, announced, measured, scheduled, onRecord, instruments, dryRun } = outcome;
  const lines = [
    `${file}: ${count(rows, 'row')} of ${count(instruments, 'instrument')}, as ${JSON.stringify(source)}${dryRun ? '; nothing was recorded (--dry-run)' : ''}`,
    `  ${announced} announced, ${measured} told more of announcements on record, ${scheduled} scheduled, ${onRecord} on record before, ${outcome.refused.length} refused`,
    ...ignoredLines(outcome),
    ...assumedLines(outcome),
    ...listed(
      'noted',
      outcome.notes.map(({ line, detail }) => `line ${line}: ${detail}`),
    ),
    ...listed(
      'refused',
      outcome.refused.map(({ line, reason }) => `line ${line}: ${reason}`),
    ),
  ];
  if (outcome.refusedFile !== null) lines.push(`  rows not taken, with reasons: ${outcome.refusedFile}`);
  return `${lines.join('\n')}\n`;
}

function ignoredLines({ ignoredColumns }: CalendarOutcome): string[] {
  return ignoredColumns.length === 0 ? [] : [`  columns that are not read: ${ignoredColumns.join(', ')}`];
}

function assumedLines({ assumed }: CalendarOutcome): string[] {
  return assumed === 0
    ? []
    : [`  ${count(assumed, 'row')} with a date alone: their day 0 is assumed, and studies leave them out unless asked`];
}

function listed(heading: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const more = lines.length > MOST_SHOWN ? [`    and ${lines.length - MOST_SHOWN} more`] : [];
  return [`  ${heading}:`, ...lines.slice(0, MOST_SHOWN).map((line) => `    ${line}`), ...more];
}

function count(number: number, what: string): string {
  return `${number.toLocaleString('en-US')} ${what}${number === 1 ? '' : 's'}`;
}
