import { DividendRecorded, type NewEvent, ShareCountRecorded } from '@streakline/events';
import { loadAmazonExample } from '../../../examples/amazon-2026/load';
import { announced, bars, instrumentOf, listed } from './told-market';

const SYMBOLS: Readonly<Record<string, string>> = { 'XNAS:AMZN': 'AMZN', 'ARCX:SPY': 'SPY' };

/** The Amazon example as events; SPY on Nasdaq, whose sessions of these years are those of ARCX. */
export function amazonMarket(): readonly NewEvent[] {
  const example = loadAmazonExample();
  const ofEach = <Body, Event>(
    bodies: Readonly<Record<string, readonly Body[]>>,
    eventOf: (symbol: string, body: Body) => Event,
  ) => Object.entries(bodies).flatMap(([ref, list]) => list.map((body) => eventOf(SYMBOLS[ref] ?? ref, body)));
  return [
    ...listed('SPY'),
    ...listed('AMZN', 'SPY'),
    ...Object.entries(example.bars).map(([ref, { bars: rows }]) => {
      const column = (field: 'high' | 'low' | 'volume') =>
        rows.every((row) => row[field] !== undefined) ? { [field]: rows.map((row) => row[field]!) } : {};
      const sessions = rows.map(({ session }) => session);
      const close = rows.map((row) => row.close);
      return bars(SYMBOLS[ref] ?? ref, { sessions, close, ...column('high'), ...column('low'), ...column('volume') });
    }),
    ...ofEach(example.dividends, (symbol, { exDate, amount }) =>
      DividendRecorded.create({ instrumentId: instrumentOf(symbol), exDate, amount }),
    ),
    ...ofEach(example.shareCounts, (symbol, { countedOn, shares, filedOn }) =>
      ShareCountRecorded.create({ instrumentId: instrumentOf(symbol), countedOn, shares, filedOn }),
    ),
    ...example.announcements.map(({ kind, headline, announcedOn, timing }) =>
      announced('AMZN', kind, announcedOn, { kind, headline, moment: { on: announcedOn, timing } }),
    ),
  ];
}

/** The four earnings before those of the example, each after the close. */
export function earlierEarnings(): readonly NewEvent[] {
  return ['2025-02-06', '2025-05-01', '2025-07-31', '2025-10-30'].map((on) =>
    announced('AMZN', `earnings of ${on}`, on, { moment: { on, timing: 'afterClose' } }),
  );
}
