import { aResult } from '../../test/a-result';
import { aSeries } from '../../test/a-series';
import { backtestTearsheet, seriesTearsheet, tearsheetHtml, tearsheetText } from '../index';

const strategyText = '<script>alert("R&D")</script>';

describe('a tearsheet as a page', () => {
  const page = tearsheetHtml(backtestTearsheet(aResult(), { runId: 'run_1', manifest: { strategy: strategyText } }));

  it('needs nothing but itself: no script, no address, and a policy that forbids to fetch', () => {
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(page).not.toMatch(/<script|https?:|src=|href=|url\(|@import|<link/);
  });

  it('closes every element that it opens', () => {
    const open: string[] = [];
    const body = page.slice(page.indexOf('<body>'));
    for (const [, closing, name = '', selfClosing] of body.matchAll(/<(\/)?([a-z0-9]+)[^<>]*?(\/)?>/g)) {
      if (closing) expect(open.pop()).toBe(name === 'html' ? undefined : name);
      else if (!selfClosing) open.push(name);
    }
    expect(open).toEqual([]);
  });

  it('keeps names from becoming markup', () => {
    const named = tearsheetHtml(backtestTearsheet(aResult({ strategy: strategyText, warnings: ['<b>'] })));
    expect(named).not.toMatch(/<script|<b>/);
    expect(named).toContain('Backtest of &lt;script&gt;');
    expect(page).toContain('&lt;script&gt;alert(\\&quot;R&amp;D\\&quot;)');
  });

  it('has the curves, the figures with their conventions, the trades with their causes, and how many trade on', () => {
    // Growth, drawdown, exposure: four sessions have no Sharpe ratio of half a year.
    expect(page.match(/<svg /g)).toHaveLength(3);
    expect(page).toContain('<th scope="row">Total return</th><td>+2.00%</td><td>+3.00%</td><td>+1.00%</td>');
    expect(page).toContain('Sharpe ratio: mean over sample standard deviation');
    expect(page).toContain('<td>12 17</td>');
    expect(page).toContain(
      'Of 3 instruments that traded, 2 did at the start, and 2 still trade at the end; delisted meanwhile: 1.',
    );
    expect(page).toContain('<th scope="row">noOpen</th><td>2</td>');
  });

  it('says on its axes where a series of a few days begins and ends, and keeps a long name within the legend', () => {
    const named = seriesTearsheet(aSeries, { title: 'A fund', name: `fund ${'x'.repeat(80)}` });
    const short = { ...named, dates: named.dates.slice(0, 5) };
    const drawn = tearsheetHtml({
      ...short,
      growth: short.growth.map(({ name }) => ({ name, values: [1, 2, 3, 2, 1] })),
    });
    expect(drawn).toMatch(/text-anchor="start">2026-01-02<.+text-anchor="end">2026-01-08</);
    expect(drawn).toContain(`>fund ${'x'.repeat(20)}\u2026</text>`);
  });

  it('is light or dark as the reader wants', () => {
    expect(page).toContain('prefers-color-scheme: dark');
  });

  it('is the same bytes for the same run, and says nothing of what it does not know', () => {
    const again = tearsheetHtml(backtestTearsheet(aResult(), { runId: 'run_1', manifest: { strategy: strategyText } }));
    expect(again).toBe(page);
    expect(page).not.toMatch(/NaN|undefined|Infinity|null/);
  });

  it('cuts a long list of trades, and says so', () => {
    const [trade] = aResult().trades;
    const trades = Array.from({ length: 1_200 }, () => trade!);
    const long = tearsheetHtml(backtestTearsheet(aResult({ trades })));
    expect(long).toContain('Trades, the first 1000 of 1200');
    expect(long.match(/XNYS:AAA/g)?.length).toBeLessThanOrEqual(1_000);
  });
});

describe('a run that failed', () => {
  const failure = {
    ...{ code: 'strategyThrew', message: 'no such thing', at: 0, session: '2026-01-05', handler: 'onSession' },
    ...{ instrument: null, position: 7 },
  };
  it('says where, and shows what was finished', () => {
    const text = tearsheetText(backtestTearsheet(aResult({ state: 'failed', failure })));
    expect(text.replaceAll('\n    ', ' ')).toContain(
      'The run failed in onSession, session 2026-01-05, at the event of position 7: no such thing',
    );
    expect(text).toContain('Total return');
  });

  it('before its first close has no figures, and says so', () => {
    const { curve } = aResult();
    const none = {
      ...curve,
      sessions: [],
      equity: [],
      grossEquity: [],
      long: [],
      short: [],
      traded: [],
      benchmark: [],
    };
    const sheet = backtestTearsheet(aResult({ state: 'failed', failure, curve: { ...none, openPositions: [] } }));
    expect(tearsheetText(sheet)).toContain('There is no session to measure.');
    expect(tearsheetHtml(sheet)).toContain('There is no session to measure.');
  });
});

describe('a tearsheet as text', () => {
  it('has the same figures, in columns', () => {
    const text = tearsheetText(backtestTearsheet(aResult()));
    expect(text).toMatch(/Total return +\+2\.00% +\+3\.00% +\+1\.00%/);
    expect(text).toMatch(/Turnover a year +/);
    expect(text).not.toMatch(/NaN|undefined|null/);
  });

  it('of a series says why a figure is missing', () => {
    const alone = seriesTearsheet({ dates: aSeries.dates, returns: aSeries.returns }, { title: 'A fund' });
    expect(tearsheetText(alone).replaceAll('\n    ', ' ')).toMatch(
      /No figure\. Alpha, Beta, .+: no benchmark was given/,
    );
  });

  it('sets words to the left and figures to the right', () => {
    const lines = tearsheetText(backtestTearsheet(aResult())).split('\n');
    const turnover = lines.find((line) => line.startsWith('Turnover a year'));
    const hit = lines.find((line) => line.startsWith('Winning trades'));
    expect(turnover?.indexOf('half of all')).toBeGreaterThan(0);
    expect(turnover?.indexOf('half of all')).toBe(hit?.indexOf('share of the closed'));
    expect(turnover?.match(/^[^\d]+[\d.]+ {2}half/)).not.toBeNull();
  });

  it('measures a benchmark on the dates that have it, not as if it stood still on the others', () => {
    const benchmark = [0.1, null, null, 0.2];
    const dates = aSeries.dates.slice(0, 4);
    const { measured } = seriesTearsheet({ dates, returns: [0.1, 0, 0, 0.2], benchmark }, { title: 'Gaps' });
    expect(measured[1]?.performance).toMatchObject({
      periods: 2,
      periodsAYear: 252,
      metrics: { hitRate: 1, worst: 0.1 },
    });
    const none = seriesTearsheet(
      { dates, returns: [0, 0, 0, 0], benchmark: [null, null, null, null] },
      { title: 'None' },
    );
    expect(none.measured).toHaveLength(1);
  });
});
