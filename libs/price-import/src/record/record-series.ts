import { randomUUID } from 'node:crypto';
import {
  decideAndAppend,
  type Decided,
  type EventStore,
  isRefusal,
  type LoadState,
  type Refusal,
} from '@streakline/event-store';
import { exchangeOfInstrument, instrumentFold, type InstrumentState, instrumentStream } from '@streakline/instruments';
import {
  type BarByBar,
  barOn,
  barsStream,
  decideBarByBar,
  type KnownBars,
  knownBarsFold,
  type SplitRatio,
} from '@streakline/market-data';
import { toDay } from '@streakline/market-time';
import { checkBasis, type BasisCheck } from '../basis/check-basis';
import { type UnexplainedJump, unexplainedJumps } from '../basis/unexplained-jumps';
import { type DecidedFacts, decideFacts } from '../facts/decide-facts';
import type { PriceRow } from '../gather/series';
import { dateOf } from './date-of';
import { deliveryOf, lastSession } from './delivery';
import { reader } from './reader';
import type { RowsOfOwner } from './rows-of-owner';

export interface RecordOptions {
  readonly revises: boolean;
  readonly dryRun: boolean;
  /** YYYY-MM-DD, of adjusted prices; null: nobody says up to when they are adjusted. */
  readonly adjustedTo: string | null;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What the rows of one instrument came to. */
export interface RecordedRows {
  readonly check: BasisCheck;
  readonly jumps: readonly UnexplainedJump[];
  readonly facts: DecidedFacts;
  /** A split after the last row, for which adjusted prices may be adjusted already or not: none of them was taken. */
  readonly laterSplit: SplitRatio | null;
  /** null: the basis is not what it is said to be, and none of the rows was taken. */
  readonly bars: BarByBar | null;
  /** What on record the bars are to be multiplied with throughout, where many contradict by one factor. */
  readonly factor: number | null;
}

/**
 * Records rows by the decider of POST bars, with the splits and dividends beside them, in one append: all of it is stored
 * or nothing. Doing it again adds nothing.
 */
export async function recordRows(store: EventStore, of: RowsOfOwner, options: RecordOptions): Promise<RecordedRows> {
  let recorded: RecordedRows | undefined;
  const decide = async (load: LoadState): Promise<Decided | Refusal> => {
    recorded = await decided(load, of, options);
    const { instrumentId } = of.owner;
    const { bars, facts } = recorded;
    if (bars === null || recorded.laterSplit !== null || bars.ofDelivery.length > 0)
      return { id: instrumentId, appends: [] };
    const appends = [
      { streamId: instrumentStream(instrumentId), events: facts.events },
      { streamId: barsStream(instrumentId), events: bars.events },
    ];
    return { id: instrumentId, appends };
  };
  if (options.dryRun) await decide(reader(store));
  else {
    const receipt = await decideAndAppend(store, { now: options.now, correlationId: randomUUID() }, decide);
    if (isRefusal(receipt)) throw new Error(receipt.detail);
  }
  if (recorded === undefined) throw new Error(`Nothing was decided of ${of.owner.ref}.`);
  return recorded;
}

async function decided(load: LoadState, of: RowsOfOwner, options: RecordOptions): Promise<RecordedRows> {
  const { owner, series, rows } = of;
  const { state } = await load(instrumentStream(owner.instrumentId), instrumentFold);
  const listed: InstrumentState = state.listing === null ? (owner.wouldBe ?? state) : state;
  const { state: known } = await load(barsStream(owner.instrumentId), knownBarsFold);
  const { instrumentId } = owner;
  const exchange = exchangeOfInstrument(listed);
  const { now } = options;
  const lastDay = options.adjustedTo === null ? series.lastDay : toDay(options.adjustedTo);
  const basisAsOf = lastSession(lastDay, exchange, now);
  const facts = decideFacts({ instrumentId, exchange, of, basisAsOf, now }, listed);
  const { splits, delistings } = facts.state;
  const all = series.before === undefined ? rows : [series.before, ...rows];
  const check = checkBasis(all, splits, series.traits.basis);
  const jumps = unexplainedJumps(all, splits);
  if (check.contradict.length > 0 || rows.length === 0) {
    const bars = check.contradict.length > 0 ? null : nothing;
    return { check, jumps, facts, bars, factor: null, laterSplit: null };
  }
  const said = deliveryOf(rows, series.traits, { revises: options.revises, basisAsOf });
  const bars = decideBarByBar({ instrumentId, said, exchange, splits, delistings, now }, known);
  const isOpen = series.traits.basis === 'splitAdjusted' && options.adjustedTo === null;
  const laterSplit = isOpen ? splitBetween(splits, basisAsOf, exchange.dateOf(now), bars) : null;
  return { check, jumps, facts, bars, factor: factorOf(rows, bars, known), laterSplit };
}

/**
 * Vendors adjust for all splits until the download, and a file may end years before that: where a split lies after its
 * last row, the rows tell nothing of whether they are adjusted for it. Bars that are on record as they are ask nothing.
 */
function splitBetween(
  splits: readonly SplitRatio[],
  last: string,
  today: string,
  { counts }: BarByBar,
): SplitRatio | null {
  if (counts.recorded + counts.revised === 0) return null;
  return splits.find(({ exDate }) => last < exDate && exDate <= today) ?? null;
}

const nothing: BarByBar = {
  events: [],
  refused: new Map(),
  ofDelivery: [],
  counts: { recorded: 0, revised: 0, known: 0 },
};

const MANY = 10;
const SAME = 0.01;

/** Many bars that contradict those on record by one factor are no corrections: a split is not on record. */
function factorOf(rows: readonly PriceRow[], { refused }: BarByBar, known: KnownBars): number | null {
  const factors: number[] = [];
  for (const [index, [fault]] of refused) {
    const row = rows[index];
    const bar = row === undefined || fault?.code !== 'barContradicts' ? undefined : barOn(known, dateOf(row.day));
    if (row !== undefined && bar !== undefined) factors.push(bar.close / row.close);
  }
  const [least, most] = [Math.min(...factors), Math.max(...factors)];
  const isOne = factors.length >= MANY && most / least < 1 + SAME && Math.abs(Math.log(most)) > 2 * SAME;
  return isOne ? Math.sqrt(least * most) : null;
}
