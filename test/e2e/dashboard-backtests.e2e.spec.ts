import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describeDashboard, type Dashboard } from './dashboard';
import { tabTo } from './dashboard-keyboard';
import { expectAccessible, noOverflow, screenshot } from './dashboard-page';
import { eventually, type Json, receiptOf } from './http-api';

const EXAMPLES = resolve(__dirname, '../../examples/strategies');
const ENDLESS = `import { defineStrategy } from '@streakline/backtest';
export default defineStrategy({ name: 'endless', onSession() { for (;;); } });
`;
const THROWS = `import { defineStrategy } from '@streakline/backtest';
export default defineStrategy({
  name: 'throws',
  onSession() { throw new Error('<b>no</b> such luck'); },
});
`;
const SPAN = { from: '2025-02-03', to: '2026-02-02', universe: ['XNAS:AMZN'] };

/** What Amazon earned a share, and what was expected of it (company releases; consensus as the press had it). */
const REPORTS = [
  ['2025-05-01', '2025-Q1', 1.59, 1.36],
  ['2025-07-31', '2025-Q2', 1.68, 1.33],
  ['2025-10-30', '2025-Q3', 1.95, 1.57],
] as const;

const percentOf = (fraction: unknown): string => {
  const value = Number(fraction) * 100;
  return `${value < 0 ? '\u2212' : '+'}${Math.abs(value).toFixed(2)}%`;
};
const shareOf = (fraction: unknown): string => `${(Number(fraction) * 100).toFixed(2)}%`;

async function report(dashboard: Dashboard): Promise<void> {
  for (const [announcedOn, period, actual, expected] of REPORTS) {
    const body = {
      ...{ kind: 'earnings', headline: `Amazon reports ${period}`, announcedOn, timing: 'afterClose', period },
      ...{ source: 'spec', externalId: period, subjects: [{ instrument: 'XNAS:AMZN', role: 'issuer' }] },
      measures: [{ metric: 'eps', unit: 'USD/share', actual, expected: { value: expected } }],
    };
    const { position } = receiptOf(await dashboard.api.post('/v1/announcements', body));
    await dashboard.api.get(`/v1/announcements?minPosition=${position}`);
  }
}

async function ask(dashboard: Dashboard, strategy: string, params: object = {}): Promise<string> {
  const { body, status } = await dashboard.api.post('/v1/backtests', { strategy, params, settings: SPAN });
  expect([200, 202]).toContain(status);
  return String(body['id']);
}

/** Once it is over. */
async function finished(dashboard: Dashboard, id: string): Promise<Json> {
  return eventually(async () => {
    const { body } = await dashboard.api.get(`/v1/backtests/${id}`);
    return ['done', 'failed', 'cancelled'].includes(String(body['state'])) ? body : undefined;
  }, 60);
}

interface Result {
  readonly runId: string;
  readonly performance: { readonly net: { readonly metrics: Json }; readonly trading: Json };
  readonly backtest: { readonly trades: readonly Json[]; readonly curve: { readonly sessions: readonly string[] } };
}
const resultOf = (backtest: Json): Result => backtest['result'] as Result;

const rowOf = (page: Page, table: string, name: string): Locator =>
  page
    .getByRole('table', { name: table })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) });

const strategiesFolder = mkdtempSync(join(tmpdir(), 'streakline-dashboard-strategies-'));
for (const file of ['earnings-drift.ts', 'deal-to-deal.ts'])
  copyFileSync(join(EXAMPLES, file), join(strategiesFolder, file));
writeFileSync(join(strategiesFolder, 'endless.ts'), ENDLESS);
writeFileSync(join(strategiesFolder, 'throws.ts'), THROWS);
writeFileSync(join(strategiesFolder, 'broken.ts'), 'export default {');

describeDashboard(
  'the backtests pages',
  (dashboard) => {
    beforeAll(() => report(dashboard()));
    afterAll(() => rmSync(strategiesFolder, { recursive: true }));

    it('ask for a run by keyboard alone, and show the figures that the API has, after a reload too', async () => {
      const page = await dashboard().page({ path: '/backtests' });
      const strategy = page.getByLabel('Strategy');
      await strategy.waitFor();
      await tabTo(page, strategy);
      await page.keyboard.type('earnings-drift');
      for (const [label, text] of [
        ['From', SPAN.from],
        ['To', SPAN.to],
        ['Instruments', 'XNAS:AMZN'],
        ['hold', '10'],
      ] as const) {
        await tabTo(page, page.getByLabel(label, { exact: true }));
        await page.keyboard.press('ControlOrMeta+a');
        await page.keyboard.type(text);
      }
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Backtest of earnings-drift' }).waitFor();
      const tiles = page.getByLabel('At a glance');
      await tiles.waitFor();
      const id = page.url().split('/').at(-1) ?? '';
      const { runId, performance, backtest } = resultOf(await finished(dashboard(), id));
      expect(backtest.trades).toHaveLength(3);
      const { metrics } = performance.net;
      const looks = async (): Promise<void> => {
        const text = (await tiles.textContent()) ?? '';
        expect(text).toContain(percentOf(metrics['totalReturn']));
        expect(text).toContain(percentOf(metrics['maxDrawdown']));
        expect(text).toContain(shareOf(metrics['volatility']));
        expect(text).toContain(Number(metrics['sharpe']).toFixed(2).replace('-', '\u2212'));
        const sharpe = (await rowOf(page, 'Headline figures', 'Return a year').textContent()) ?? '';
        expect(sharpe).toContain(percentOf(metrics['cagr']));
        expect(await rowOf(page, 'Trading', 'Winning trades').textContent()).toContain(
          shareOf(performance.trading['tradeHitRate']),
        );
        expect(await page.getByRole('table', { name: 'The trades of the run' }).getByRole('row').count()).toBe(4);
        await page.getByText(runId).first().waitFor();
      };
      await looks();
      await page.reload();
      await tiles.waitFor();
      await looks();
      await expectAccessible(page);
      await screenshot(page, 'backtest');
    });

    it('say why a trade was made, down to the announcement', async () => {
      const id = await ask(dashboard(), 'earnings-drift', { hold: 10 });
      await finished(dashboard(), id);
      const page = await dashboard().page({ path: `/backtests/${id}` });
      const why = page.getByRole('button', { name: 'Why XNAS:AMZN was traded on 2025-05-05' });
      await why.focus();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Why XNAS:AMZN was traded' });
      const announcement = dialog.getByRole('link', { name: 'Amazon reports 2025-Q1' }).first();
      await announcement.waitFor();
      expect(await dialog.textContent()).toContain('The strategy says: good');
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await why.click();
      await announcement.click();
      await page.waitForURL(/\/announcements\/ann_/);
    });

    it('show the chart as a table, on either scale, and hand out files', async () => {
      const id = await ask(dashboard(), 'earnings-drift', { hold: 10 });
      const { backtest, runId } = resultOf(await finished(dashboard(), id));
      const page = await dashboard().page({ path: `/backtests/${id}` });
      await page.getByText('Log', { exact: true }).click();
      await page.waitForURL(/scale=log/);
      await page.getByRole('button', { name: 'Table of Growth of 1' }).click();
      const rows = page.getByRole('table', { name: 'Growth of 1' }).getByRole('row');
      await rows.nth(1).waitFor();
      expect(await rows.count()).toBe(backtest.curve.sessions.length + 1);
      for (const [button, file] of [
        ['Returns, CSV', `${runId}-returns.csv`],
        ['Trades, CSV', `${runId}-trades.csv`],
        ['Everything, JSON', `${runId}.json`],
        ['Tearsheet, HTML', `${runId}.html`],
      ] as const) {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: button }).click(),
        ]);
        expect(download.suggestedFilename()).toBe(file);
      }
    });

    it('show the progress of a run, which a reload does not lose, and cancel it by keyboard', async () => {
      const id = await ask(dashboard(), 'endless');
      const page = await dashboard().page({ path: `/backtests/${id}` });
      await page.getByRole('progressbar').waitFor();
      await page.reload();
      const cancel = page.getByRole('button', { name: 'Cancel' });
      await cancel.waitFor();
      await tabTo(page, cancel);
      await page.keyboard.press('Enter');
      await page.getByText('This run was cancelled before its end').waitFor();
      expect((await dashboard().api.get(`/v1/backtests/${id}`)).body['state']).toBe('cancelled');
    });

    it('tell where a strategy failed, as text', async () => {
      const id = await ask(dashboard(), 'throws');
      await finished(dashboard(), id);
      const page = await dashboard().page({ path: `/backtests/${id}` });
      const told = page.getByRole('alert').filter({ hasText: 'The strategy failed.' });
      await told.waitFor();
      expect(await told.textContent()).toMatch(/<b>no<\/b> such luck.*In onSession, at Mon 3 Feb 2025/s);
      await expectAccessible(page);
    });

    it('tell at its field what is refused, and why a run could not be made', async () => {
      const page = await dashboard().page({ path: '/backtests' });
      const [from, to, params] = ['From', 'To', 'threshold'].map((label) => page.getByLabel(label, { exact: true }));
      await page.getByLabel('Strategy').selectOption('earnings-drift');
      await from?.fill('soon');
      await to?.fill('2025-01-01');
      await params?.fill('much');
      await page.getByRole('button', { name: 'Run it' }).click();
      await page.getByText('much is no number').waitFor();
      await params?.fill('0.05');
      await page.getByRole('button', { name: 'Run it' }).click();
      await eventually(async () => ((await from?.getAttribute('aria-invalid')) === 'true' ? true : undefined));
      expect(await to?.getAttribute('aria-invalid')).toBeNull();
      expect(await page.locator('[role=alert]').filter({ hasText: 'date' }).count()).toBe(1);
      await expectAccessible(page);
      await from?.fill('2025-06-01');
      await page.getByRole('button', { name: 'Run it' }).click();
      await page.getByText('This run failed.').waitFor();
      await page.getByText('2025-01-01 is not after 2025-06-01').first().waitFor();
      await page.getByRole('link', { name: 'Ask again with changes' }).click();
      await eventually(async () => ((await from?.inputValue()) === '2025-06-01' ? true : undefined));
    });

    it('put two runs side by side, with what differs in front', async () => {
      const ids = [
        await ask(dashboard(), 'earnings-drift', { hold: 10 }),
        await ask(dashboard(), 'earnings-drift', { hold: 5 }),
      ];
      const results: Result[] = [];
      for (const id of ids) results.push(resultOf(await finished(dashboard(), id)));
      const page = await dashboard().page({ path: '/backtests' });
      for (const hold of [10, 5]) {
        const box = page.getByRole('checkbox', { name: new RegExp(`Compare earnings-drift.*hold ${hold},`) });
        await box.focus();
        await page.keyboard.press('Space');
      }
      await page.getByRole('link', { name: 'Compare the two chosen runs' }).press('Enter');
      await page.getByRole('heading', { name: 'Two runs side by side' }).waitFor();
      expect(page.url()).toContain(`a=${ids[0] ?? ''}&b=${ids[1] ?? ''}`);
      const total = rowOf(page, 'Figures of both runs', 'Total return');
      await total.waitFor();
      const [a = Number.NaN, b = Number.NaN] = results.map(({ performance }) =>
        Number(performance.net.metrics['totalReturn']),
      );
      const text = (await total.textContent()) ?? '';
      for (const figure of [percentOf(a), percentOf(b), percentOf(b - a).replace('%', '\u00a0pp')])
        expect(text).toContain(figure);
      const differing = page.getByRole('row').filter({ hasText: '≠ differs' });
      expect(await differing.getByRole('rowheader').allTextContents()).toEqual(['hold']);
      await page.getByRole('button', { name: 'Table of Growth of 1, A and B' }).click();
      await page.getByRole('table', { name: 'Growth of 1, A and B' }).waitFor();
      await expectAccessible(page);
      await screenshot(page, 'backtests-compared');
    });

    it('list runs, the newest first, and one that somebody else asks for without a reload', async () => {
      const page = await dashboard().page({ path: '/backtests', theme: 'dark', width: 'narrow' });
      await page.getByText(/One file of the folder cannot be loaded/).waitFor();
      const rows = page.getByRole('table', { name: 'Runs, newest first' }).getByRole('row');
      await rows.nth(1).waitFor();
      const before = await rows.count();
      await ask(dashboard(), 'deal-to-deal', { weight: 0.5 });
      await eventually(async () => ((await rows.count()) === before + 1 ? true : undefined), 30);
      expect(await rows.nth(1).textContent()).toMatch(/deal-to-deal.*Mon 3 Feb 2025.*weight 0.5/s);
      await noOverflow(page);
      await expectAccessible(page);
      await screenshot(page, 'backtests-narrow-dark');
    });

    it('keep to their own position at a past moment, say so, and fit a phone', async () => {
      const id = await ask(dashboard(), 'earnings-drift', { hold: 10 });
      await finished(dashboard(), id);
      const page = await dashboard().page({ path: `/backtests/${id}?asOf=2026-02-06`, width: 'narrow', theme: 'dark' });
      await page.getByText('A backtest rests on its own position').waitFor();
      await page.getByLabel('At a glance').waitFor();
      await noOverflow(page);
      await expectAccessible(page);
      await screenshot(page, 'backtest-narrow-dark');
    });

    it('say that there is no such run', async () => {
      const page = await dashboard().page({ path: `/backtests/bt_${'0'.repeat(32)}` });
      await page.getByText('There is no such backtest.').waitFor();
      await page.getByRole('heading', { name: 'Backtest' }).waitFor();
    });
  },
  { strategiesFolder },
);

describeDashboard(
  'the backtests page of a server without strategies',
  (dashboard) => {
    it('says how to give it some', async () => {
      const page = await dashboard().page({ path: '/backtests' });
      await page.getByText('No strategy is installed on this server').waitFor();
      await page.getByText('streakline serve --strategies ./strategies').waitFor();
      await page.getByText('Nobody has asked for a run yet.').waitFor();
      await expectAccessible(page);
    });
  },
  { fill: 'nothing' },
);
