import { idOf } from '@streakline/events';
import { loadAmazonExample } from '../../../examples/amazon-2026/load';
import { History } from './history';

export const AMZN = idOf('ins', ['XNAS', 'AMZN', 1]);
export const SPY = idOf('ins', ['ARCX', 'SPY', 1]);

/** The example's bodies as the events of its two instruments. */
export function amazonCase(): { amazon: History; spy: History } {
  const example = loadAmazonExample();
  const amazon = new History(AMZN, 'XNAS').listed('AMZN').benchmark(SPY);
  const spy = new History(SPY, 'ARCX', 1_000).listed('SPY');
  for (const [history, ref] of [
    [amazon, 'XNAS:AMZN'],
    [spy, 'ARCX:SPY'],
  ] as const) {
    const { bars, basisAsOf = null } = example.bars[ref]!;
    const column = (field: 'open' | 'high' | 'low' | 'volume') => bars.map((bar) => bar[field] ?? null);
    history.bars(
      {
        sessions: bars.map(({ session }) => session),
        close: bars.map(({ close }) => close),
        ...{ open: column('open'), high: column('high'), low: column('low'), volume: column('volume') },
      },
      basisAsOf,
    );
    for (const { exDate, amount } of example.dividends[ref] ?? []) history.dividend(exDate, amount);
    for (const { countedOn, shares, filedOn } of example.shareCounts[ref] ?? [])
      history.shareCount(countedOn, shares, { filedOn });
  }
  for (const { kind, headline, announcedOn, timing } of example.announcements) {
    amazon.announced(kind, { on: announcedOn, timing }, { kind, headline });
  }
  return { amazon, spy };
}
