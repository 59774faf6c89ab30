import {
  BarsRecorded,
  BarsRevised,
  type InstrumentId,
  MAX_SESSIONS_PER_EVENT,
  type NewEvent,
} from '@streakline/events';
import type { Exchange } from '@streakline/market-time';
import type { BarField, Basis } from '../bars/bar';
import type { SaidBar } from './weigh-bar';

/** Bars that one event can hold: of one basis and one moment of publication, ascending by session. */
export interface BarGroup {
  readonly instrumentId: InstrumentId;
  readonly source: string;
  readonly basisAsOf: Basis;
  /** Epoch milliseconds; undefined: recorded bars at their sessions' closes, revised ones when they are recorded. */
  readonly knownAt: number | undefined;
  readonly bars: readonly SaidBar[];
}

/** Long deliveries become several events, so that no single one is large. */
export function recordedEvents(group: BarGroup, exchange: Exchange): readonly NewEvent[] {
  return chunksOf(group.bars).map((bars) => {
    const { knownAt } = group;
    const last = bars.at(-1);
    if (last === undefined) throw new RangeError('An event of bars needs a bar.');
    const stated = knownAt === undefined ? {} : { knownAt: new Date(knownAt).toISOString() };
    return BarsRecorded.create(
      { ...delivery(group), ...stated, ...columnsOf(bars) },
      knownAt ?? exchange.hours(last.session).close,
    );
  });
}

export function revisedEvents(group: BarGroup): readonly NewEvent[] {
  return chunksOf(group.bars).map((bars) =>
    BarsRevised.create({ ...delivery(group), ...columnsOf(bars) }, group.knownAt),
  );
}

function delivery({ instrumentId, source, basisAsOf }: BarGroup) {
  return { instrumentId, source, basisAsOf };
}

function chunksOf(bars: readonly SaidBar[]): readonly (readonly SaidBar[])[] {
  const count = Math.ceil(bars.length / MAX_SESSIONS_PER_EVENT);
  return Array.from({ length: count }, (_, index) =>
    bars.slice(index * MAX_SESSIONS_PER_EVENT, (index + 1) * MAX_SESSIONS_PER_EVENT),
  );
}

/** A column that holds nothing is left out. */
function columnsOf(bars: readonly SaidBar[]) {
  const column = <Field extends BarField>(field: Field) => {
    const values = bars.map((bar) => bar[field] ?? null);
    return values.every((value) => value === null) ? {} : { [field]: values };
  };
  return {
    sessions: bars.map(({ session }) => session),
    ...column('open'),
    ...column('high'),
    ...column('low'),
    close: bars.map(({ close }) => close),
    ...column('volume'),
  };
}
