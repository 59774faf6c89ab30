import { UsageError } from '../../failures';
import { dateIn, where, wholeNumberIn } from './cells';
import { readCsv, type CsvRow } from './read-csv';

/** Rows relative to the event's own row, as a file of events gives them; all events of a study share them. */
export interface FileWindows {
  readonly t1: number;
  readonly t2: number;
  readonly estimationEnd: number;
  readonly estimationLength: number;
}

export interface FileEvent {
  readonly line: number;
  readonly id: string;
  readonly firm: string;
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly group: string | null;
}

export interface EventsFile {
  readonly file: string;
  readonly events: readonly FileEvent[];
  readonly windows: FileWindows;
  /** Columns that a study does not know. */
  readonly unusedColumns: readonly string[];
}

const REQUIRED = ['event_id', 'firm', 'event_date', 't1', 't2', 'est_end', 'est_len'] as const;
const KNOWN: readonly string[] = [...REQUIRED, 'group'];
type Cell = (column: string) => string;

/**
 * Reads `event_id,firm,event_date[,group],t1,t2,est_end,est_len`, columns in any order: ids once each, dates that
 * exist, windows that are the same for all events and do not overlap. Anything else is a UsageError with file and line.
 */
export async function readEvents(file: string): Promise<EventsFile> {
  let heading: readonly string[] | null = null;
  const events: FileEvent[] = [];
  const lines = new Map<string, number>();
  let windows: FileWindows | null = null;
  for await (const row of readCsv(file)) {
    if (heading === null) {
      heading = headingOf(row, file);
      continue;
    }
    const cell = cellsOf(row, heading);
    const event = eventOf(cell, row.line, file);
    const earlier = lines.get(event.id);
    if (earlier !== undefined)
      throw new UsageError(`${file}:${row.line}: event_id: ${event.id} stands on line ${earlier} already`);
    lines.set(event.id, row.line);
    events.push(event);
    const own = windowsOf(cell, row.line, file);
    if (windows !== null) requireSame(windows, own, file, { line: row.line, first: events[0]!.line });
    windows ??= own;
  }
  if (heading === null)
    throw new UsageError(`${file} is empty: it begins with a heading such as ${REQUIRED.join(',')}`);
  if (windows === null) throw new UsageError(`${file} has a heading and no events`);
  return { file, events, windows, unusedColumns: heading.filter((name) => !KNOWN.includes(name)) };
}

function headingOf({ line, cells }: CsvRow, file: string): readonly string[] {
  for (const name of REQUIRED)
    if (!cells.includes(name)) throw new UsageError(`${file}:${line}: there is no column ${name}`);
  const twice = cells.find((name, index) => cells.indexOf(name) !== index);
  if (twice !== undefined) throw new UsageError(`${file}:${line}: two columns are named ${twice}`);
  return cells;
}

function cellsOf({ cells }: CsvRow, heading: readonly string[]): Cell {
  return (column) => cells[heading.indexOf(column)] ?? '';
}

function eventOf(cell: Cell, line: number, file: string): FileEvent {
  for (const column of ['event_id', 'firm'])
    if (cell(column) === '') throw new UsageError(`${where({ file, line, column })} is empty`);
  const day = dateIn(cell('event_date'), { file, line, column: 'event_date' });
  return { line, id: cell('event_id'), firm: cell('firm'), day, group: cell('group') || null };
}

function windowsOf(cell: Cell, line: number, file: string): FileWindows {
  const whole = (column: string) => wholeNumberIn(cell(column), { file, line, column });
  const windows = {
    t1: whole('t1'),
    t2: whole('t2'),
    estimationEnd: whole('est_end'),
    estimationLength: whole('est_len'),
  };
  const { t1, t2, estimationEnd, estimationLength } = windows;
  if (t1 > t2) throw new UsageError(`${file}:${line}: the event window begins (t1 ${t1}) after its end (t2 ${t2})`);
  if (estimationLength < 1)
    throw new UsageError(
      `${where({ file, line, column: 'est_len' })} ${estimationLength} days are no estimation window`,
    );
  const estimationBegin = estimationEnd - estimationLength + 1;
  if (estimationEnd >= t1 && estimationBegin <= t2)
    throw new UsageError(
      `${file}:${line}: the estimation window (${estimationBegin} to ${estimationEnd}) overlaps the event window (${t1} to ${t2})`,
    );
  return windows;
}

const spelled = ({ t1, t2, estimationEnd, estimationLength }: FileWindows) =>
  `t1 ${t1}, t2 ${t2}, est_end ${estimationEnd}, est_len ${estimationLength}`;

function requireSame(all: FileWindows, own: FileWindows, file: string, at: { line: number; first: number }): void {
  if (spelled(all) === spelled(own)) return;
  throw new UsageError(
    `${file}:${at.line}: ${spelled(own)}, where line ${at.first} has ${spelled(all)}: ` +
      'all events of a study share their windows; put the others in a file of their own',
  );
}
