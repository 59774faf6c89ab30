import type { Session } from '@streakline/market-time';
import type { Calendar } from '../market/calendar';
import type { StaleMark } from '../result/result';
import type { Stage } from './stage';

/** Notes the ends of date at which positions are worth what an older close says, and those at which nothing traded. */
export class StaleMarks {
  /** Dates without a bar of any instrument of the universe, ascending. */
  readonly quiet: Session[] = [];
  private readonly closed = new Map<Calendar, Session>();
  private readonly marks = new Map<number, { sessions: number; readonly from: Session; to: Session }>();

  constructor(private readonly stage: Stage) {}

  close(calendar: Calendar, session: Session): void {
    this.closed.set(calendar, session);
  }

  /** At the end of a date, by how many bars of the universe it brought. */
  note(date: Session, bars: number): void {
    if (bars === 0) this.quiet.push(date);
    const { ledger, cursors } = this.stage;
    for (const index of ledger.holdings.keys()) {
      const due = this.closed.get(this.stage.calendarOf(index));
      if (due === undefined || cursors[index]!.session === due) continue;
      const mark = this.marks.get(index);
      if (mark === undefined) this.marks.set(index, { sessions: 1, from: date, to: date });
      else [mark.sessions, mark.to] = [mark.sessions + 1, date];
    }
  }

  /** In the market's order. */
  get all(): readonly StaleMark[] {
    const marks = [...this.marks].sort(([a], [b]) => a - b);
    return marks.map(([index, mark]) => {
      const { known, ref } = this.stage.cursors[index]!;
      return { instrumentId: known.instrumentId, ref, ...mark };
    });
  }
}
