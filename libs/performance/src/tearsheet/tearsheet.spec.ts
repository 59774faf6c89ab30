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
    expect(tearsheetText(alone).replaceAll('\n    ', ' ')).toContain('No figure. Alpha: no benchmark was given');
  });
});
