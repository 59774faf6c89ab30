import type { CalendarRow, RefusedCalendarRow } from '@streakline/calendar-files';
import { OutsideCoverageError } from '@streakline/market-time';
import { actsOnRecord } from './acts-on-record';
import type { CalendarImport, CalendarImported, CalendarNote, RefusedRow } from './calendar-import';
import { momentOfRow } from './moment-of-row';
import { type Owner, Owners } from './owner';
import { type DatedRow, RowSettler, type Settled } from './settle-row';

/** So many instruments at once: the store puts their appends in one transaction. */
const LANES = 8;

/**
 * Records what the rows of a calendar say, instrument by instrument, each one's rows from the oldest on. The same rows
 * again change nothing; ended by the signal, what was recorded stays, and the same call goes on from there.
 */
export async function importCalendar(
  rows: AsyncIterable<CalendarRow | RefusedCalendarRow>,
  options: CalendarImport,
): Promise<CalendarImported> {
  const refused: RefusedRow[] = [];
  const { lanes, total } = await lanesOf(rows, options, refused);
  const tally = new Tally(refused, lanes.length);
  const left = [...lanes].reverse();
  let done = total - left.reduce((sum, lane) => sum + lane.rows.length, 0);
  const work = async () => {
    for (let lane = left.pop(); lane !== undefined && !stopped(options); lane = left.pop()) {
      const acts = await actsOnRecord(options.store, lane.owner.instrumentId);
      const settler = new RowSettler(lane.owner, acts, options);
      for (const dated of lane.rows.sort(fromTheOldest)) {
        if (stopped(options)) return;
        tally.count(dated, await settler.settle(dated));
        done += 1;
        options.onProgress?.({ done, total });
      }
    }
  };
  await Promise.all(Array.from({ length: LANES }, work));
  return tally.result(total - done);
}

/** The rows of one instrument. */
interface Lane {
  readonly owner: Owner;
  readonly rows: DatedRow[];
}

function fromTheOldest(one: DatedRow, other: DatedRow): number {
  if (one.at.on !== other.at.on) return one.at.on < other.at.on ? -1 : 1;
  return one.row.line - other.row.line;
}

/** The rows by instrument; what has none, or no moment, is refused. */
async function lanesOf(
  rows: AsyncIterable<CalendarRow | RefusedCalendarRow>,
  options: CalendarImport,
  refused: RefusedRow[],
) {
  const owners = new Owners(options.store, options);
  const lanes = new Map<string, Lane>();
  let total = 0;
  for await (const row of rows) {
    total += 1;
    if (stopped(options)) continue;
    const dated = row.kind === 'refused' ? row : await datedRow(row, owners, options);
    if ('reason' in dated) {
      refused.push(dated);
      continue;
    }
    const { owner } = dated;
    const lane = lanes.get(owner.instrumentId) ?? { owner, rows: [] };
    lane.rows.push(dated);
    lanes.set(owner.instrumentId, lane);
  }
  return { lanes: [...lanes.values()], total };
}

async function datedRow(row: CalendarRow, owners: Owners, { times }: CalendarImport): Promise<DatedRow | RefusedRow> {
  const { when } = row;
  const on = 'at' in when ? new Date(when.at).toISOString().slice(0, 10) : when.on;
  const owner = await owners.find({ symbol: row.symbol, exchange: row.exchange, on });
  if ('reason' in owner) return refusedRow(row, owner.code, owner.reason);
  try {
    const at = momentOfRow(row, owner.exchange, times);
    return 'reason' in at ? refusedRow(row, at.code, at.reason) : { row, owner, at };
  } catch (error) {
    if (error instanceof OutsideCoverageError) return refusedRow(row, 'outsideCoverage', error.message);
    throw error;
  }
}

function refusedRow({ line, text }: CalendarRow, code: string, reason: string): RefusedRow {
  return { kind: 'refused', line, text, code, reason };
}

function stopped({ signal }: CalendarImport): boolean {
  return signal?.aborted ?? false;
}

/** Counts what became of rows. */
class Tally {
  private readonly counts = { announced: 0, measured: 0, scheduled: 0, onRecord: 0 };
  private readonly notes: CalendarNote[] = [];
  private assumed = 0;
  private position = 0;

  constructor(
    private readonly refused: RefusedRow[],
    private readonly instruments: number,
  ) {}

  count({ row }: DatedRow, settled: Settled): void {
    if (settled.became === 'refused') {
      this.refused.push(refusedRow(row, settled.code, settled.reason));
      return;
    }
    this.counts[settled.became] += 1;
    this.assumed += settled.assumed ? 1 : 0;
    this.position = Math.max(this.position, settled.position);
    this.notes.push(...settled.notes.map((note) => ({ line: row.line, ...note })));
  }

  result(left: number): CalendarImported {
    const byLine = (one: { line: number }, other: { line: number }) => one.line - other.line;
    const { counts, assumed, instruments, position } = this;
    return {
      ...counts,
      refused: [...this.refused].sort(byLine),
      left,
      notes: [...this.notes].sort(byLine),
      assumed,
      instruments,
      position,
    };
  }
}
