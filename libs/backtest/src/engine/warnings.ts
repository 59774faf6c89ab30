import { barOn } from '@streakline/dossiers';
import { toDay } from '@streakline/market-time';
import type { OrderRecord } from '../result/result';
import { isPricedIn } from './priced-in';
import type { Replay } from './replay';
import type { Stage } from './stage';

/** What a reader of a run's figures must know of them, in words. */
export function warningsOf(replay: Replay): readonly string[] {
  const { stage, auctioneer } = replay;
  return [
    ...ofCurrencies(stage),
    ...ofBars(replay),
    ...ofStaleMarks(replay),
    ...ofDelistings(stage),
    ...ofVolumes(auctioneer.caps.unknown),
    ...ofRevisions(stage),
    ...ofRuin(replay),
  ];
}

function ofCurrencies({ market, settings }: Stage): readonly string[] {
  const warnings: string[] = [];
  const { currency, benchmark } = settings;
  const others = market.instruments.filter(({ known }) => !isPricedIn(known, currency)).length;
  if (others > 0)
    warnings.push(
      `${others} instruments are in another currency than ${currency}, or priced in a part of it (pence), and were left out.`,
    );
  const compared = market.instruments.find(({ instrumentId }) => instrumentId === benchmark)?.known.listing.currency;
  if (compared !== undefined && compared !== currency)
    warnings.push(
      `The benchmark is in ${compared} and the run in ${currency}: exchange rates are in what is compared.`,
    );
  return warnings;
}

function ofBars({ stage, stale, recorder }: Replay): readonly string[] {
  const warnings: string[] = [];
  const silent = stage.universe.filter((index) => stage.market.instruments[index]!.known.sessions.length === 0).length;
  if (silent > 0) warnings.push(`${silent} instruments of the universe have no bar on record.`);
  const { quiet } = stale;
  if (quiet.length > 0) {
    const of = `${quiet.length} of ${recorder.columns.sessions.length} sessions`;
    const when = quiet.length === 1 ? quiet[0]! : `${quiet[0]!} to ${quiet[quiet.length - 1]!}`;
    warnings.push(`${of} have no bar of any instrument of the universe (${when}): nothing could trade on them.`);
  }
  return warnings;
}

function ofStaleMarks({ stale }: Replay): readonly string[] {
  const { all } = stale;
  if (all.length === 0) return [];
  const named = firstFive(all.map(({ ref, sessions, from, to }) => `${ref} (${sessions}, ${from} to ${to})`));
  return [
    `Positions without a bar were valued at an older close at the end of sessions: ${named}. Returns, volatility and drawdowns of those sessions rest on it.`,
  ];
}

function ofDelistings({ ledger, cursors, now }: Stage): readonly string[] {
  const gone = [...ledger.holdings.keys()].flatMap((index) => {
    const { known, ref } = cursors[index]!;
    const delisting = cursors[index]!.delisting(now);
    return delisting !== null && known.table.closeOf(delisting.lastSession) <= now ? [ref] : [];
  });
  if (gone.length === 0) return [];
  return [
    `The run ends before ${firstFive(gone)} could be paid out: delisted, still held, and valued at the last close and not at what a delisting brings.`,
  ];
}

function ofVolumes(unknown: ReadonlySet<string>): readonly string[] {
  if (unknown.size === 0) return [];
  return [`No volume is on record for ${firstFive([...unknown].sort())}: orders of them were not capped by it.`];
}

/** Fills stand at the first word on a bar; a reader must be told where a later one says that nobody traded there. */
function ofRevisions(stage: Stage): readonly string[] {
  let [count, gained] = [0, 0];
  for (const order of stage.book.all) {
    if (order.price === null || order.sharesFilled === 0) continue;
    const revised = revisedPrice(stage, order);
    if (revised === null || revised === order.price) continue;
    count++;
    gained += order.sharesFilled * (revised - order.price);
  }
  if (count === 0) return [];
  const amount = `${Math.abs(gained).toFixed(2)} ${stage.settings.currency}`;
  return [
    `${count} fills were made at prices that were revised later: at the revised ones they would have brought ${amount} ${gained > 0 ? 'less' : 'more'}.`,
  ];
}

function revisedPrice({ find }: Stage, { instrumentId, session, at }: OrderRecord): number | null {
  const known = find(instrumentId)?.history.instrument.known;
  if (known === undefined || session === null) return null;
  const place = barOn(known, known.table.ordinalOn(toDay(session)));
  const price = known[at][place] ?? Number.NaN;
  return Number.isNaN(price) ? null : price;
}

function ofRuin({ recorder }: Replay): readonly string[] {
  const { sessions, equity } = recorder.columns;
  const place = equity.findIndex((value) => value <= 0);
  if (place === -1) return [];
  return [
    `The equity was gone on ${sessions[place]!}: there are no margin calls here, a broker would have closed all.`,
  ];
}

function firstFive(names: readonly string[]): string {
  return names.length > 5 ? `${names.slice(0, 5).join(', ')} and ${names.length - 5} more` : names.join(', ');
}
