import { exchange } from '@streakline/market-time';
import type { Cut } from '../facts/cut';
import { type Dossier, factsOf } from '../facts/dossier';
import { type Moments, momentsOf } from '../known/moments';
import { exchangeOf, namesOf } from '../known/names';
import { sessionTableOf } from '../known/session-table';
import { actBreaks } from './act-breaks';
import { barBreaks } from './bar-breaks';

/**
 * The instants (epoch milliseconds, ascending) at which an epoch of a dossier begins, the first one having begun at the
 * beginning of time. Within an epoch nothing that was known is taken back: what is known at an instant of it is a prefix of
 * what is known at its last millisecond, namely the bars with barKnownAt up to the instant, and the acts likewise. An epoch
 * ends where a bar replaces another or comes after a later session's (revisions, late bars), where the instrument's name
 * changes (its exchange may), and where facts become known in an order that nobody would expect (see the breaks).
 */
export function epochStarts(dossier: Dossier, cut: Cut = {}): readonly number[] {
  const moments = momentsOf(cut);
  const listing = factsOf(dossier, 'listing').findLast(({ position }) => position <= moments.asRecorded);
  if (listing === undefined) return [];
  const renames = renameInstants(dossier, moments);
  const starts = new Set(renames);
  // What a moment means depends on the exchange, so each stretch between renames is looked at on its own calendar.
  [-Infinity, ...renames].forEach((from, i) => {
    const to = renames[i] ?? Infinity;
    const names = namesOf(dossier, listing, { ...moments, asOf: Math.min(to - 1, moments.asOf) });
    const table = sessionTableOf(exchangeOf(names));
    for (const at of [...barBreaks(dossier, moments, table), ...actBreaks(dossier, moments, table)]) {
      if (from < at && at < to && at <= moments.asOf) starts.add(at);
    }
  });
  return [...starts].sort((a, b) => a - b);
}

function renameInstants(dossier: Dossier, { asOf, asRecorded }: Moments): readonly number[] {
  const instants = factsOf(dossier, 'rename')
    .filter(({ position }) => position <= asRecorded)
    .map(({ mic, from }) => sessionTableOf(exchange(mic)).eveOf(from))
    .filter((at) => at <= asOf);
  return [...new Set(instants)].sort((a, b) => a - b);
}
