import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Download, Locator, Page } from 'playwright-core';
import { moneyChange } from '../../apps/dashboard/src/words/money';
import { percent, price, signed } from '../../apps/dashboard/src/words/numbers';
import { describeDashboard } from './dashboard';
import { expectAccessible, noOverflow, screenshot, settled } from './dashboard-page';
import { receiptOf } from './http-api';

jest.setTimeout(180_000);

type Figure = number | null;
type Row = Readonly<Record<string, Figure>> & { readonly session: string; readonly day: number };
interface Window {
  readonly from: number;
  readonly to: number;
  readonly return: Figure;
  readonly totalReturn: Figure;
  readonly abnormalReturn: Figure;
  readonly tStatistic: Figure;
  readonly marketCapChange: Figure;
  readonly complete: boolean;
}

/** As the page writes a change: its sign, and a shape. */
const shaped = (value: Figure | undefined, text: string) =>
  value === null || value === undefined ? '–not known' : value === 0 ? text : `${value < 0 ? '▼' : '▲'}\u00a0${text}`;
const change = (value: Figure | undefined) => shaped(value, percent(value));
const money = (value: Figure) => shaped(value, moneyChange(value));

const strip = (page: Page) => page.getByRole('img', { name: /^Closes from/ });
const figure = (page: Page, name: string | RegExp) => page.getByRole('figure', { name });
const cells = async (table: Locator): Promise<string[][]> => {
  const rows = await table.locator('tbody tr').all();
  return Promise.all(
    rows.map(async (row) => (await row.locator('th, td').allTextContents()).map((text) => text.trim())),
  );
};
const textOf = async (download: Download) => readFileSync(await download.path(), 'utf8');

describeDashboard('the announcement page of the Amazon case', (dashboard) => {
  const earnings = () => dashboard().announcementIds[0] ?? '';
  const deal = () => dashboard().announcementIds[1] ?? '';
  const answer = async (path: string) => (await dashboard().api.get(path)).body;
  const daysOf = async (from: number, to: number) =>
    (await answer(`/v1/announcements/${earnings()}/reactions/XNAS:AMZN/days?from=${from}&to=${to}`))['days'] as Row[];
  const open = async (id: string, query = '', width: 'wide' | 'narrow' = 'wide', theme: 'light' | 'dark' = 'light') => {
    const page = await dashboard().page({ path: `/announcements/${id}${query}`, width, theme });
    await strip(page).waitFor();
    await settled(page);
    return page;
  };

  it('tells on the first screen that three of the nine sessions came before the report', async () => {
    const page = await open(earnings());
    const lead = page.getByText(/^Day 0 is Fri 6 Feb 2026/);
    expect((await lead.textContent())?.replaceAll(/[▼▲]\u00a0/g, '')).toBe(
      'Day 0 is Fri 6 Feb 2026: −5.55%, abnormal −8.04% (t −5.45). It extended a fall of 3 sessions to 9; 6 of the 9 came from day 0 on.',
    );
    const label = await strip(page).getAttribute('aria-label');
    expect(label).toContain('3 before: −8.34%, −$216.7\u00a0bn.');
    expect(label).toContain('6 from day 0 on: −10.73%, −$246.6\u00a0bn.');
    expect(label).toContain('9 falling closes in a row: −18.18%, −$463.3\u00a0bn.');
    const box = await strip(page).boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 1_000)).toBeLessThanOrEqual(900);
    await screenshot(page, 'announcement-story');
  });

  it("draws the strip with the API's closes and changes, and has them as a table", async () => {
    const page = await open(earnings());
    const days = await daysOf(-6, 8);
    const drawn = await strip(page).locator('text').allTextContents();
    for (const row of days)
      expect(drawn).toEqual(expect.arrayContaining([price(row['close']), percent(row['return'])]));
    expect(drawn).toContain('Announced 5 Feb, after the close');
    await page.getByRole('button', { name: 'Table of The streak, before and after' }).click();
    const shown = await cells(page.getByRole('table', { name: 'The streak, before and after' }));
    expect(shown.map(([session, day, close]) => [session, day, close])).toEqual(
      days.map(({ session, day, close }) => [session, String(day), String(close)]),
    );
    expect(shown.map(([, , , , , part]) => part)).toEqual([
      ...Array<string>(3).fill('around it'),
      ...Array<string>(3).fill('falling, before'),
      ...Array<string>(6).fill('falling, from day 0 on'),
      ...Array<string>(3).fill('around it'),
    ]);
  });

  it('shows day −1 to day 5 as the API has them, day by day and cumulative', async () => {
    const page = await open(earnings());
    const [days, wide] = [await daysOf(-1, 5), await daysOf(-2, 5)];
    const caps = new Map(wide.map((row) => [row.day, row['marketCap']!]));
    const daily = await cells(page.getByRole('table', { name: 'Day −1 to day +5, each day by itself' }));
    expect(daily.map((row) => row.slice(2))).toEqual(
      days.map((row) => [
        price(row['close']),
        ...[row['return'], row['benchmarkReturn'], row['abnormalReturn']].map(change),
        signed(row['abnormalReturn']! / row['standardError']!),
        money(caps.get(row.day)! - caps.get(row.day - 1)!),
      ]),
    );
    await page.getByRole('radio', { name: 'Cumulative' }).check({ force: true });
    const name = 'Day −1 to day +5, cumulative from the close before day −1';
    const cumulative = await cells(page.getByRole('table', { name }));
    expect(cumulative.map((row) => row.slice(3))).toEqual(
      days.map((row) => [
        ...[row['cumulativeReturn'], row['cumulativeBenchmarkReturn'], row['cumulativeAbnormalReturn']].map(change),
        signed(row['cumulativeAbnormalReturn']! / row['cumulativeStandardError']!),
        money(caps.get(row.day)! - caps.get(-2)!),
      ]),
    );
    expect(page.url()).toContain('table=cumulative');
  });

  it('shows every window as the API has it, and of those that are not complete how far the bars reach', async () => {
    const page = await open(earnings());
    const [reaction] = (await answer(`/v1/announcements/${earnings()}/reactions`))['data'] as [{ windows: Window[] }];
    const shown = await cells(page.getByRole('table', { name: /^Windows around day 0/ }));
    expect(shown).toEqual(
      reaction.windows.map((each) => [
        `[${each.from},${each.to}]`.replaceAll('-', '−'),
        ...[each.return, each.totalReturn, each.abnormalReturn].map(change),
        signed(each.tStatistic),
        money(each.marketCapChange),
        each.complete ? 'yes' : 'no: every bar up to Fri 6 Mar 2026',
      ]),
    );
  });

  it('splits market value into price and share count, whose parts add up, for each span', async () => {
    const page = await open(earnings());
    const market = page.getByRole('region', { name: 'Market cap', exact: true });
    const bars = async () =>
      (await market.locator('svg text').allTextContents()).map((text) => text.replace(/^[▼▲] /, ''));
    expect(await bars()).toEqual(
      expect.arrayContaining(['$2,597.3\u00a0bn', '−$472.2\u00a0bn', '+$8.9\u00a0bn', '$2,134.0\u00a0bn']),
    );
    await market
      .getByText('Together −$463.3\u00a0bn: −$216.7\u00a0bn before the announcement, −$246.6\u00a0bn from day 0 on.')
      .waitFor();
    await market.getByText(/10,690,216,011 shares \(counted Wed 22 Oct 2025\)/).waitFor();
    await market.getByText(/10,734,920,870 shares \(counted Wed 28 Jan 2026\)/).waitFor();
    await market.getByRole('radio', { name: 'Day +5, end of the fall' }).check({ force: true });
    await market.getByText('Together −$246.6\u00a0bn.').waitFor();
    const last = (await daysOf(-1, 5)).at(-1) as unknown as { sinceBase: Record<string, number> };
    expect(await bars()).toEqual(
      expect.arrayContaining([
        moneyChange(last.sinceBase['priceEffect']),
        moneyChange(last.sinceBase['shareCountEffect']),
      ]),
    );
    expect(page.url()).toContain('span=5');
  });

  it('draws the cumulative abnormal return with a band of 1.96 standard errors, as far as bars reach', async () => {
    const page = await open(earnings());
    const curve = figure(page, 'Cumulative abnormal return from day −5 on');
    await curve.getByText(/±1\.96 standard errors/).waitFor();
    const [day0] = (await daysOf(-5, 20)).filter(({ day }) => day === 0);
    const [car, error] = [day0!['cumulativeAbnormalReturn']!, day0!['cumulativeStandardError']!];
    const band = `${percent(car - 1.96 * error)} to ${percent(car + 1.96 * error)}`;
    await curve.getByText(`${percent(car)} to day 0 (band ${band})`, { exact: false }).waitFor({ state: 'attached' });
  });

  it('hands out the drawings as SVG and their figures as CSV', async () => {
    const page = await open(earnings());
    const saved = async (name: string) => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
      return textOf(download);
    };
    const drawing = await saved('SVG of The streak, before and after');
    for (const part of ['−5.55%', '198.79', '6 from day 0 on', '−10.73% · −$246.6\u00a0bn', 'fill="rgb(179, 64, 14)"'])
      expect(drawing).toContain(part);
    expect(drawing).not.toMatch(/class=|style=|var\(/);
    expect(await saved('CSV of The streak, before and after')).toContain('2026-02-13,5,198.79,-0.0040');
    expect(await saved('SVG of Market cap: before, price, shares, after')).toContain('−$472.2\u00a0bn');
    expect(await saved('CSV of Market cap: before, price, shares, after')).toMatch(
      /price effect,2026-02-02,2026-02-13,-472186841205/,
    );
  });

  it('shows at a past moment the streak as it then stood, unfinished', async () => {
    const page = await open(earnings(), '?asOf=2026-02-09');
    const label = await strip(page).getAttribute('aria-label');
    expect(label).toContain('2 from day 0 on so far: −6.27%');
    expect(label).toContain('5 falling closes in a row so far: −14.09%');
    expect(label).not.toContain('10 Feb');
    await page.getByText(/a fall of 3 sessions to 5 so far; 2 of the 5 came from day 0 on/).waitFor();
  });

  it('says that it was not known at a moment before it, and leads back to now', async () => {
    const page = await dashboard().page({ path: `/announcements/${earnings()}?asOf=2026-02-04` });
    await page.getByRole('heading', { level: 1, name: 'Not known at that moment' }).waitFor();
    expect(await page.getByText('Amazon reports').count()).toBe(0);
    await page.getByRole('button', { name: 'See it as of now' }).click();
    await strip(page).waitFor();
    expect(page.url()).not.toContain('asOf');
  });

  it('tells amounts with how sure they are, conditions, deadlines, and who is not listed', async () => {
    const page = await open(deal(), '', 'wide', 'dark');
    const amounts = await page.getByRole('list', { name: 'Amounts' }).innerText();
    expect(amounts.replaceAll('\u00a0', ' ')).toMatch(/\$15\.0 bn\s+● committed[^]*\$35\.0 bn\s+◐ conditional/);
    expect(amounts).toContain('Until Sun 31 Dec 2028');
    await page.getByText('Names without a link are not listed here, and have no reaction.').waitFor();
    await page.getByText(/It ended a fall of 1 session .* and began a rise of 1 session/).waitFor();
    await page.getByText(/estimated on days that contain another announcement, on day −14/).waitFor();
    await page.getByRole('link', { name: /^Amazon reports its fourth quarter/ }).click();
    await page.getByRole('heading', { level: 1, name: /^Amazon reports its fourth quarter/ }).waitFor();
  });

  it('sets what the press claims against the tape, part by part, when the article comes, without reload', async () => {
    const page = await open(earnings());
    await page.getByText('No article on record rests a claim on it.').waitFor();
    const text = readFileSync(join(__dirname, '../fixtures/articles/deal.md'), 'utf8');
    const { id } = receiptOf(await dashboard().api.post('/v1/articles', { text }));
    const claims = page.getByRole('list', { name: 'Claims' });
    await claims.waitFor();
    const words = await claims.innerText();
    expect(words).toMatch(/✕ contradicted/);
    expect(words).toMatch(/3 of 9 sessions .* came before day 0/);
    expect(await claims.getByRole('link').first().getAttribute('href')).toBe(`/articles/${id}`);
  });

  it('is readable for all, in both themes, on a phone, and by the keyboard alone', async () => {
    const page = await open(earnings(), '', 'narrow', 'dark');
    await noOverflow(page);
    await expectAccessible(page);
    const width = await strip(page).evaluate((drawing) => drawing.clientWidth);
    expect(width).toBeLessThanOrEqual(360);
    await screenshot(page, 'announcement-phone');
    const wide = await open(earnings());
    await expectAccessible(wide);
    await wide.getByRole('radio', { name: 'Day by day' }).focus();
    await wide.keyboard.press('ArrowRight');
    await wide.getByRole('table', { name: /cumulative from the close/ }).waitFor();
    await wide.getByRole('button', { name: 'Table of The streak, before and after' }).focus();
    await wide.keyboard.press('Enter');
    await wide.getByRole('table', { name: 'The streak, before and after' }).waitFor();
  });
});
