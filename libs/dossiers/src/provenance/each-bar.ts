import type { Dossier } from '../facts/dossier';
import { RAW } from '../facts/deliveries';
import { barKnownAt } from '../known/bar-winners';
import type { SessionTable } from '../known/session-table';

/** One bar on record. Numbers, not an object: a market has millions. */
export type BarVisit = (
  /** Of its session, in the table. */
  ordinal: number,
  /** Epoch milliseconds: as its delivery says, else its session's close. */
  knownAt: number,
  /** Of its event. */
  position: number,
  /** Day (since 1970-01-01) up to which splits are in its prices; NaN: as traded. */
  basisDay: number,
) => void;

/**
 * Visits every bar on record by session, superseded ones included: not what is known, but what was ever told. Bars that the
 * calendar does not know are passed over.
 */
export function eachBar(dossier: Dossier, table: SessionTable, visit: BarVisit): void {
  const { bars } = dossier;
  bars.sort();
  for (let row = 0; row < bars.length; row++) {
    const ordinal = table.ordinalOn(bars.day[row]!);
    if (ordinal === -1) continue;
    const basis = bars.deliveries.basis[bars.delivery[row]!]!;
    visit(
      ordinal,
      barKnownAt(bars, row, table.closes[ordinal]!),
      bars.positionOf(row),
      basis === RAW ? Number.NaN : basis,
    );
  }
}
