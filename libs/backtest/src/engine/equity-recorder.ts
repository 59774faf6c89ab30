import { type Session, toDay } from '@streakline/market-time';
import type { EquityCurve } from '../result/result';
import type { Ledger } from '../portfolio/ledger';
import type { BacktestSettings } from './settings';

const DAYS_A_YEAR = 365;

type Columns = { -readonly [Column in Exclude<keyof EquityCurve, 'benchmark'>]: EquityCurve[Column][number][] };

/** Writes the portfolio's worth down at the end of every date, and charges the nights between them. */
export class EquityRecorder {
  readonly columns: Columns = {
    ...{ sessions: [], equity: [], grossEquity: [], cash: [], long: [], short: [], traded: [], openPositions: [] },
  };
  private charged = true;

  constructor(
    private readonly ledger: Ledger,
    private readonly settings: Pick<BacktestSettings, 'costs'>,
  ) {}

  /** Before the first open after an end of date: interest and borrowing for the nights since, by what was held through them. */
  chargeNights(session: Session): void {
    const last = this.columns.sessions[this.columns.sessions.length - 1];
    if (this.charged || last === undefined) return;
    this.charged = true;
    const years = (toDay(session) - toDay(last)) / DAYS_A_YEAR;
    const { borrowRate, cashRate, debitRate } = this.settings.costs;
    const { ledger } = this;
    const { cash } = ledger;
    for (const holding of ledger.holdings.values()) {
      if (holding.shares < 0) ledger.chargeBorrowing(holding, -holding.shares * holding.mark * borrowRate * years);
    }
    const rate = cash < 0 ? debitRate : cashRate;
    if (cash !== 0 && rate !== 0) ledger.chargeInterest(-cash * rate * years);
  }

  record(session: Session): void {
    const { ledger, columns } = this;
    const { long, short } = ledger.exposure;
    const equity = ledger.cash + long + short;
    columns.sessions.push(session);
    columns.equity.push(equity);
    columns.grossEquity.push(equity + ledger.costsPaid);
    columns.cash.push(ledger.cash);
    columns.long.push(long);
    columns.short.push(short);
    columns.traded.push(ledger.traded);
    columns.openPositions.push(ledger.holdings.size);
    ledger.traded = 0;
    this.charged = false;
  }
}
