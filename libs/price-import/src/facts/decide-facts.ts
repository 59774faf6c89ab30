import type { InstrumentId, NewEvent } from '@streakline/events';
import { isRefusal, type Refusal } from '@streakline/event-store';
import { type InstrumentState, recordDividendDecider, recordSplitDecider } from '@streakline/instruments';
import { type Exchange, fromDay } from '@streakline/market-time';
import type { SeriesFact } from '../gather/series';
import type { RowsOfOwner } from '../record/rows-of-owner';
import { splitRatio } from './split-ratio';

export interface FactsToDecide {
  readonly instrumentId: InstrumentId;
  readonly exchange: Exchange;
  readonly of: Pick<RowsOfOwner, 'series' | 'dividends' | 'splits'>;
  /** A session: splits after it are not in adjusted figures yet. */
  readonly basisAsOf: string;
  readonly now: number;
}

export interface RefusedFact {
  readonly fact: SeriesFact;
  readonly code: string;
  readonly reason: string;
}

/** What the dividends and splits of a series come to. */
export interface DecidedFacts {
  readonly events: readonly NewEvent[];
  /** The state with those that are recorded now. */
  readonly state: InstrumentState;
  readonly splits: Counts;
  readonly dividends: Counts;
  readonly refused: readonly RefusedFact[];
}

export interface Counts {
  readonly recorded: number;
  readonly known: number;
}

/** What a vendor rounds away of a dividend that it adjusted for splits. */
const ROUNDED = 1e-3;

/** Decides by the deciders of POST splits and POST dividends, splits first: dividends may be adjusted for them. */
export function decideFacts(command: FactsToDecide, state: InstrumentState): DecidedFacts {
  const facts = new Facts(command, state);
  for (const fact of command.of.splits) facts.split(fact);
  for (const fact of command.of.dividends) facts.dividend(fact);
  return facts;
}

class Facts implements DecidedFacts {
  readonly events: NewEvent[] = [];
  readonly splits = { recorded: 0, known: 0 };
  readonly dividends = { recorded: 0, known: 0 };
  readonly refused: RefusedFact[] = [];

  constructor(
    private readonly command: FactsToDecide,
    public state: InstrumentState,
  ) {}

  split(fact: SeriesFact): void {
    const { instrumentId, exchange, now } = this.command;
    const ratio = splitRatio(fact.value);
    if (ratio === undefined) {
      const reason = `a split into ${fact.value} shares is none in whole shares; record it by POST /v1/instruments/{ref}/splits`;
      this.refused.push({ fact, code: 'notASplit', reason });
      return;
    }
    const said = { exDate: fromDay(fact.day), ...ratio };
    const events = recordSplitDecider.decide({ instrumentId, exchange, said, now }, this.state);
    if (!this.takes(fact, events, this.splits)) return;
    const position = Number.MAX_SAFE_INTEGER;
    this.state = { ...this.state, splits: [...this.state.splits, { instrumentId, ...said, position }] };
  }

  dividend(fact: SeriesFact): void {
    const { instrumentId, exchange, now } = this.command;
    const said = { exDate: fromDay(fact.day), amount: this.asPaid(fact) };
    const known = this.state.dividends.find(({ exDate }) => exDate === said.exDate);
    const isAdjusted = this.command.of.series.traits.dividendBasis === 'splitAdjusted';
    if (known !== undefined && isAdjusted && Math.abs(known.amount - said.amount) <= ROUNDED * known.amount) {
      this.dividends.known += 1;
      return;
    }
    const events = recordDividendDecider.decide({ instrumentId, exchange, said, now }, this.state);
    if (!this.takes(fact, events, this.dividends)) return;
    const position = Number.MAX_SAFE_INTEGER;
    this.state = { ...this.state, dividends: [...this.state.dividends, { instrumentId, ...said, position }] };
  }

  /** A dividend adjusted for the splits after it, per share as it was then. */
  private asPaid({ day, value }: SeriesFact): number {
    const { of, basisAsOf } = this.command;
    if (of.series.traits.dividendBasis === 'raw') return value;
    const date = fromDay(day);
    const later = this.state.splits.filter(({ exDate }) => date < exDate && exDate <= basisAsOf);
    const scale = later.reduce((product, { from, to }) => (product * to) / from, 1);
    return Number((value * scale).toPrecision(7));
  }

  /** Whether something new was recorded. */
  private takes(
    fact: SeriesFact,
    decided: readonly NewEvent[] | Refusal,
    counts: { recorded: number; known: number },
  ): boolean {
    if (isRefusal(decided)) {
      this.refused.push({ fact, code: decided.code, reason: decided.detail });
      return false;
    }
    if (decided.length === 0) counts.known += 1;
    else counts.recorded += 1;
    this.events.push(...decided);
    return decided.length > 0;
  }
}
