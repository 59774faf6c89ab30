import type { Known, KnownDividend, KnownDistribution, KnownSplit } from '@streakline/dossiers';
import type { Session } from '@streakline/market-time';
import type { PositionEvent } from '../result/result';
import type { Holding } from './holding';
import type { Ledger } from './ledger';

type Action =
  | ({ readonly kind: 'split' } & KnownSplit)
  | ({ readonly kind: 'dividend' } & KnownDividend)
  | ({ readonly kind: 'distribution'; readonly of: KnownDistribution['kind'] } & Omit<KnownDistribution, 'kind'>);

/**
 * What happens to positions by the issuer's doing, just before the open of the ex-date: splits, then dividends and
 * distributions per share as traded that day, in cash on the ex-date. All of them are known by then; of one that was told
 * several times the version recorded last is what holders got, and is known from the same instant on as the first.
 */
export class CorporateActions {
  private readonly actions: readonly Action[];
  private next = 0;

  constructor(
    { splits, dividends, distributions }: Pick<Known, 'splits' | 'dividends' | 'distributions'>,
    private readonly ledger: Ledger,
    private readonly fractionalShares: boolean,
  ) {
    const all: Action[] = [
      ...splits.map((split) => ({ ...split, kind: 'split' as const })),
      ...dividends.map((dividend) => ({ ...dividend, kind: 'dividend' as const })),
      ...distributions.map(({ kind, ...rest }) => ({ ...rest, kind: 'distribution' as const, of: kind })),
    ];
    this.actions = all.sort((a, b) => (a.exDate < b.exDate ? -1 : a.exDate > b.exDate ? 1 : 0));
  }

  /** Passes by what came up to a session at whose open a position begins. */
  skipTo(session: Session): void {
    while (this.next < this.actions.length && this.actions[this.next]!.exDate <= session) this.next++;
  }

  /** A close of an earlier session, per share as they are now and less what they have paid out since. */
  exMark(close: number, session: Session): number {
    let first = this.next;
    while (first > 0 && this.actions[first - 1]!.exDate > session) first--;
    return this.actions.slice(first, this.next).reduce(exAction, close);
  }

  /** Does to a position what came since the last call, up to a session about to open. */
  apply(holding: Holding, session: Session): void {
    for (; this.next < this.actions.length && this.actions[this.next]!.exDate <= session; this.next++) {
      const action = this.actions[this.next]!;
      if (holding.shares === 0) continue;
      holding.trade.alsoCausedBy([action.position]);
      holding.mark = exAction(holding.mark, action);
      if (action.kind === 'split') this.split(holding, action, session);
      else this.pay(holding, action, session);
    }
  }

  private split(holding: Holding, { from, to, position }: KnownSplit, session: Session): void {
    const factor = to / from;
    const exact = (holding.shares * to) / from;
    const kept = this.fractionalShares ? exact : Math.trunc(exact + Math.sign(exact) * ROUNDING);
    const fraction = Math.abs(exact - kept) > ROUNDING ? exact - kept : 0;
    holding.averagePrice = (holding.averagePrice * from) / to;
    holding.trade.split(factor);
    holding.shares = this.fractionalShares ? exact : kept;
    this.tell(holding, session, { kind: 'split', cash: 0, note: `${to}-for-${from}`, position });
    if (fraction === 0) return;
    const cash = fraction * holding.mark;
    this.ledger.receive(holding, cash);
    const note = `${Number(fraction.toFixed(6))} of a share at the last close, ${holding.mark}`;
    this.tell(holding, session, { kind: 'cashInLieu', cash, note, position });
    if (holding.shares === 0) this.ledger.end(holding, session, 'cashInLieu');
  }

  private pay(holding: Holding, action: Exclude<Action, { kind: 'split' }>, session: Session): void {
    const amount = action.kind === 'dividend' ? action.amount : action.value;
    const cash = holding.shares * amount;
    this.ledger.receive(holding, cash);
    const note =
      action.kind === 'dividend' ? `${amount} a share` : `${action.of}: worth ${amount} a share, taken in cash`;
    this.tell(holding, session, { kind: action.kind, cash, note, position: action.position });
  }

  private tell(
    { trade, shares }: Holding,
    session: Session,
    event: Pick<PositionEvent, 'kind' | 'cash' | 'note' | 'position'>,
  ): void {
    this.ledger.events.push({ ...trade.names, session, shares, ...event });
  }
}

/** The price of a share after what happened to it; a payout worth more than the share leaves nothing. */
function exAction(price: number, action: Action): number {
  if (action.kind === 'split') return (price * action.from) / action.to;
  return Math.max(0, price - (action.kind === 'dividend' ? action.amount : action.value));
}

// Shares are whole numbers, at most times small fractions: a difference this small is floating-point noise.
const ROUNDING = 1e-9;
