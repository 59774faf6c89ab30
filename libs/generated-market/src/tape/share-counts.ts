import type { SeededRandom } from '@streakline/event-study';
import type { MarketCalendar } from '../calendar';
import type { Company } from '../company/company';
import { daysAfter, quartersIn } from '../news/quarters';
import { normal } from '../returns/fat-tails';
import type { DrawnShareCount } from './tape';

/** Days from a report to the filing that states the count. */
const AFTER_THE_REPORT = 4;

/** Shares outstanding as they change: by splits at once, by issues and buybacks each quarter; told in filings later. */
export class ShareCounts {
  readonly filed: DrawnShareCount[] = [];
  private readonly quarterEnds: ReadonlyMap<number, string>;

  constructor(
    private readonly random: SeededRandom,
    private readonly company: Company,
    private readonly calendar: MarketCalendar,
    private shares: number = company.firstShares,
  ) {
    const quarters = quartersIn(calendar.session(company.life.first), calendar.session(calendar.length - 1));
    this.quarterEnds = new Map(
      quarters.flatMap(({ end }) => {
        const next = calendar.onOrAfter(daysAfter(end, 1));
        return next === undefined ? [] : [[next - 1, end] as const];
      }),
    );
    this.filed.push({ countedOn: calendar.session(company.life.first), filed: company.life.first, shares });
  }

  get outstanding(): number {
    return this.shares;
  }

  split(factor: number): void {
    this.shares = Math.max(1, Math.round(this.shares * factor));
  }

  /** At the close of a session. */
  close(place: number): void {
    const end = this.quarterEnds.get(place);
    if (end === undefined) return;
    this.shares = Math.round(this.shares * Math.exp(0.001 + 0.004 * normal(this.random)));
    const filed = this.calendar.onOrAfter(daysAfter(end, this.company.reportLag + AFTER_THE_REPORT));
    const last = this.company.life.ending?.last ?? this.calendar.length - 1;
    if (filed !== undefined && filed <= last) this.filed.push({ countedOn: end, filed, shares: this.shares });
  }
}
