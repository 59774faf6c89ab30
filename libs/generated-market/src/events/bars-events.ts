import { BarsRecorded, BarsRevised, type InstrumentId, type NewEvent } from '@streakline/events';
import type { MarketCalendar } from '../calendar';
import type { Bar, Tape } from '../tape/tape';

/** Sessions after which a wrong bar is put right, and how long after that close. */
const REVISED_AFTER = 21;
const HOURS_AFTER_CLOSE = 3 * 3_600_000;

export const SOURCE = 'generated-market';

/** A delivery a calendar year, as traded, each bar known at its session's close; then what was wrong in them. */
export function barsEvents(
  instrumentId: InstrumentId,
  { bars, firstSaidWrong: wrong }: Pick<Tape, 'bars' | 'firstSaidWrong'>,
  calendar: MarketCalendar,
): readonly NewEvent[] {
  const years = new Map<string, Bar[]>();
  for (const bar of bars) {
    const year = calendar.session(bar.place).slice(0, 4);
    const said = bar.place === wrong?.place ? wrong : bar;
    const its = years.get(year);
    if (its) its.push(said);
    else years.set(year, [said]);
  }
  const delivered = [...years.values()].map((its) =>
    BarsRecorded.create(delivery(instrumentId, its, calendar), calendar.close(its.at(-1)?.place ?? 0)),
  );
  const right = bars.find(({ place }) => place === wrong?.place);
  if (right === undefined) return delivered;
  const published = calendar.close(right.place + REVISED_AFTER) + HOURS_AFTER_CLOSE;
  return [...delivered, BarsRevised.create(delivery(instrumentId, [right], calendar), published)];
}

function delivery(instrumentId: InstrumentId, bars: readonly Bar[], calendar: MarketCalendar) {
  return {
    instrumentId,
    source: SOURCE,
    basisAsOf: null,
    sessions: bars.map(({ place }) => calendar.session(place)),
    open: bars.map(({ open }) => open),
    high: bars.map(({ high }) => high),
    low: bars.map(({ low }) => low),
    close: bars.map(({ close }) => close),
    volume: bars.map(({ volume }) => volume),
  };
}
