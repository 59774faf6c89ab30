import { BarsRecorded, BarsRevised, type InstrumentId, type NewEvent } from '@streakline/events';
import type { MarketCalendar } from '../calendar';
import type { Bar } from '../tape/bar';
import type { Tape } from '../tape/tape';
import type { DataFault } from './data-fault';

/** Sessions after which a wrong bar is put right, and how long after that close. */
const REVISED_AFTER = 21;
const AFTER_CLOSE = 3 * 3_600_000;

export const SOURCE = 'generated-market';

/** Bars that are not among those of their year: a delivery of their own, known at an instant of its own. */
interface Apart {
  readonly bars: readonly Bar[];
  readonly knownAt: number;
  readonly basisAsOf: string | null;
}

/**
 * A delivery a calendar year, as traded, each bar known at its session's close; beside them what came late, what was wrong
 * in them and put right, and what is not honest about its moment. In order of the instants.
 */
export function barsEvents(
  instrumentId: InstrumentId,
  { bars, firstSaidWrong: wrong, late }: Pick<Tape, 'bars' | 'firstSaidWrong' | 'late'>,
  calendar: MarketCalendar,
  fault: DataFault | null = null,
): readonly NewEvent[] {
  const apart: Apart[] = [];
  if (fault !== null) apart.push({ ...fault, bars: [fault.bar] });
  if (late !== null) {
    const among = bars.filter(({ place }) => late.first <= place && place <= late.last && place !== fault?.bar.place);
    apart.push({ bars: among, knownAt: calendar.close(late.last + late.after) + AFTER_CLOSE, basisAsOf: null });
  }
  const places = new Set(apart.flatMap((its) => its.bars.map(({ place }) => place)));
  const inYears = bars.filter(({ place }) => !places.has(place));
  const said = inYears.map((bar) => (bar.place === wrong?.place ? wrong : bar));
  const right = inYears.find(({ place }) => place === wrong?.place);
  const events = [
    ...byYear(said, calendar).map((its) =>
      BarsRecorded.create(delivery(instrumentId, its, calendar), calendar.close(its.at(-1)?.place ?? 0)),
    ),
    ...apart.filter((its) => its.bars.length > 0).map((its) => toldApart(instrumentId, its, calendar)),
    ...(right === undefined ? [] : [putRight(instrumentId, right, calendar)]),
  ];
  return events.sort((a, b) => (a.knownAt ?? 0) - (b.knownAt ?? 0));
}

function byYear(bars: readonly Bar[], calendar: MarketCalendar): readonly (readonly Bar[])[] {
  const years = new Map<string, Bar[]>();
  for (const bar of bars) {
    const year = calendar.session(bar.place).slice(0, 4);
    const its = years.get(year);
    if (its) its.push(bar);
    else years.set(year, [bar]);
  }
  return [...years.values()];
}

function toldApart(
  instrumentId: InstrumentId,
  { bars, knownAt, basisAsOf }: Apart,
  calendar: MarketCalendar,
): NewEvent {
  const stated = { basisAsOf, knownAt: new Date(knownAt).toISOString() };
  return BarsRecorded.create({ ...delivery(instrumentId, bars, calendar), ...stated }, knownAt);
}

function putRight(instrumentId: InstrumentId, bar: Bar, calendar: MarketCalendar): NewEvent {
  const published = calendar.close(bar.place + REVISED_AFTER) + AFTER_CLOSE;
  return BarsRevised.create(delivery(instrumentId, [bar], calendar), published);
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
