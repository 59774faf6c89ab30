import type { KnownDelisting } from '@streakline/dossiers';
import type { Session } from '@streakline/market-time';
import type { Holding } from './holding';
import type { Ledger } from './ledger';

/** Reasons for which the last close is not what holders got. */
const FAILURES: readonly KnownDelisting['reason'][] = ['performance', 'bankruptcy'];

/**
 * Pays out a position whose instrument trades no longer: the cash on record, else its last close, less `delistingReturn`
 * where performance was the reason: delisting returns are missing most where they are worst (Shumway 1997, "The
 * delisting bias in CRSP data", Journal of Finance 52).
 */
export function payOutDelisted(
  ledger: Ledger,
  holding: Holding,
  delisting: KnownDelisting,
  session: Session,
  delistingReturn: number,
): void {
  const { reason, cashPerShare, lastSession, position } = delisting;
  const { mark, shares, trade } = holding;
  const change = FAILURES.includes(reason) ? delistingReturn : 0;
  const price = cashPerShare ?? mark * (1 + change);
  trade.alsoCausedBy([position]);
  const cash = ledger.payOut(holding, price, session);
  const paid =
    cashPerShare === null
      ? `no cash on record: last close ${mark}${change === 0 ? '' : ` and ${change * 100}%`}`
      : `${cashPerShare} a share`;
  const note = `delisted after ${lastSession} (${reason}), ${paid}`;
  ledger.events.push({ ...trade.names, session, kind: 'delisting', cash, shares, note, position });
}
