import type { BacktestResult, StrategyFailure } from '../result/result';
import { type Decision, decisionsOf, type Difference, firstDifference, momentOf } from './decisions';
import type { Leak } from './leak';
import type { MarketMoments } from './market-moments';

/** Runs the strategy: on the whole log, or (`asOf`, epoch milliseconds) on the log without what became known later. */
export type RunAt = (asOf: number | null) => Promise<Pick<BacktestResult, 'orders' | 'failure'>>;

type Hours = Pick<MarketMoments, 'underWay' | 'dateAt'>;

/** One run to hold others against. */
export interface WholeRun {
  readonly result: Pick<BacktestResult, 'orders' | 'failure'>;
  readonly decisions: readonly Decision[];
}

export function wholeRunOf(result: WholeRun['result']): WholeRun {
  return { result, decisions: decisionsOf(result) };
}

/** Compares a whole run with the run on a log cut at one moment; null where they decided the same up to it. */
export async function leakAt(asOf: number, whole: WholeRun, run: RunAt, moments: Hours): Promise<Leak | null> {
  const upTo = comparableUpTo(asOf, whole, moments);
  const cut = await run(asOf);
  const difference = firstDifference(whole.decisions, decisionsOf(cut), upTo);
  if (difference !== null) return leakOf(difference, asOf, cut.failure, moments);
  const { failure } = cut;
  // It threw where the whole run did not, and before it could decide otherwise.
  if (failure === null || failure.at > upTo || failure.at === whole.result.failure?.at) return null;
  return leakOfFailure(failure, asOf);
}

/**
 * Up to when decisions can be held against each other. An order filled at an open is known to the trader at once, and to the
 * tape at the close: cut in between, the tape lacks a fill that was no secret. So of a session under way in which the whole
 * run bought or sold at the open, only what came before that open counts.
 */
export function comparableUpTo(
  asOf: number,
  { result: { orders, failure } }: WholeRun,
  { underWay }: Pick<Hours, 'underWay'>,
): number {
  let upTo = failure === null ? asOf : Math.min(asOf, failure.at - 1);
  for (const order of orders) {
    if (order.at !== 'open' || order.session === null || order.decidedAt > asOf) continue;
    const open = underWay(order.instrumentId, asOf);
    if (open?.session === order.session) upTo = Math.min(upTo, open.open - 1);
  }
  return upTo;
}

function leakOf(difference: Difference, cutAt: number, failure: StrategyFailure | null, { dateAt }: Hours): Leak {
  const moment = momentOf(difference);
  const decision = earlierOf(difference);
  const { handler, instrumentId, ref } = decision;
  const date = dateAt(instrumentId, moment);
  const cutFailure = failure !== null && failure.at <= moment ? failure : null;
  return { ...difference, moment, date, handler, instrumentId, ref, cutAt, cutFailure };
}

function earlierOf({ inWhole, inCut }: Difference): Decision {
  if (inWhole !== null && (inCut === null || inWhole.decidedAt <= inCut.decidedAt)) return inWhole;
  if (inCut === null) throw new Error('A difference must have a decision on one side: neither run decided anything.');
  return inCut;
}

function leakOfFailure(failure: StrategyFailure, cutAt: number): Leak {
  const { at, session: date, handler, instrument } = failure;
  return {
    ...{ inWhole: null, inCut: null, moment: at, date, handler, cutAt, cutFailure: failure },
    ...{ instrumentId: instrument ?? '', ref: instrument ?? '' },
  };
}
