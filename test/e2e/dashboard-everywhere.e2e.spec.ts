import type { Page } from 'playwright-core';
import { describeDashboard } from './dashboard';
import { pagesWithContent, type Shown, strategiesFolder } from './dashboard-content';
import { tabThrough } from './dashboard-keyboard';
import { expectAccessible, noOverflow, screenshot, settled } from './dashboard-page';
import { eventually } from './http-api';

jest.setTimeout(300_000);

/** In both themes and at both widths; all four together where pictures of them are wanted. */
const looks = [
  ['light', 'wide'],
  ['dark', 'narrow'],
  ...(process.env['STREAKLINE_SCREENSHOTS'] === undefined
    ? []
    : ([
        ['dark', 'wide'],
        ['light', 'narrow'],
      ] as const)),
] as const;

const NAMES = [
  ...['home', 'instrument', 'announcement', 'studies', 'study', 'streak-study'],
  ...['backtests', 'backtest', 'comparison', 'articles', 'article', 'operations'],
];

describeDashboard(
  'every page of the dashboard',
  (dashboard) => {
    let shown: readonly Shown[];
    beforeAll(async () => {
      shown = await pagesWithContent(dashboard());
    });
    const pathOf = (name: string): string => {
      const found = shown.find((each) => each.name === name);
      if (found === undefined) throw new Error(`there is no page ${name}`);
      return found.path;
    };

    it.each(NAMES)('%s has nothing that axe objects to, in both themes, and fits its window', async (name) => {
      for (const [theme, width] of looks) {
        const page = await dashboard().page({ path: pathOf(name), theme, width, reducedMotion: true });
        await settled(page);
        await screenshot(page, `${name}-${theme}-${width}`);
        await expectAccessible(page);
        await noOverflow(page);
        await page.context().close();
      }
    });

    it.each(NAMES)('%s can be walked through by keyboard alone, and shows where one is', async (name) => {
      const page = await dashboard().page({ path: pathOf(name), reducedMotion: true });
      await settled(page);
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('Skip to the page');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.evaluate("document.querySelector('main').contains(document.activeElement)")).toBe(true);
      await page.reload();
      await settled(page);
      const walk = await tabThrough(page);
      expect(walk.unmarked).toEqual([]);
      expect(walk.missed).toEqual([]);
      expect(walk.reached).toBeGreaterThan(7);
    });

    it.each(NAMES)('%s says that it shows the past, and keeps it on every link', async (name) => {
      const path = pathOf(name);
      const page = await dashboard().page({ path: `${path}${path.includes('?') ? '&' : '?'}asOf=2026-02-20` });
      await settled(page);
      await page.getByRole('status').filter({ hasText: 'The past' }).filter({ hasText: '20 Feb 2026' }).waitFor();
      const links = await page.evaluate<readonly string[]>(LINKS);
      expect(links.length).toBeGreaterThan(4);
      expect(links.filter((link) => !link.includes('asOf=2026-02-20'))).toEqual([]);
    });

    it('home and instrument know nothing of what was announced after the moment', async () => {
      for (const name of ['home', 'instrument']) {
        const page = await dashboard().page({ path: `${pathOf(name)}?asOf=2026-02-20` });
        await settled(page);
        const main = page.getByRole('main');
        await main
          .getByRole('link', { name: /fourth quarter of 2025/ })
          .first()
          .waitFor();
        expect(await main.getByText(/OpenAI/).count()).toBe(0);
        await page.context().close();
      }
    });

    it('tell that the server is lost, keep what they show, and recover by themselves', async () => {
      const pages: [string, Page][] = [];
      for (const { name, path } of shown) pages.push([name, await dashboard().page({ path })]);
      for (const [, page] of pages) await settled(page);
      const before = await Promise.all(pages.map(([, page]) => page.getByRole('heading', { level: 1 }).innerText()));
      await dashboard().stopServer();
      for (const [, page] of pages) await lost(page).waitFor();
      const during = await Promise.all(pages.map(([, page]) => page.getByRole('heading', { level: 1 }).innerText()));
      expect(during).toEqual(before);
      await dashboard().startServer();
      for (const [, page] of pages) await lost(page).waitFor({ state: 'detached' });
      for (const [name, page] of pages) {
        await settled(page);
        expect([name, await page.evaluate("performance.getEntriesByType('navigation').length")]).toEqual([name, 1]);
      }
    });

    it('stay as they are when the page before is come back to', async () => {
      const page = await dashboard().page({ path: '/' });
      await settled(page);
      await page
        .getByRole('main')
        .getByRole('link', { name: /fourth quarter of 2025/ })
        .first()
        .click();
      await page.waitForURL(/\/announcements\//);
      await settled(page);
      await page.goBack();
      await eventually(async () => (new URL(page.url()).pathname === '/' ? true : undefined));
      await page
        .getByRole('main')
        .getByRole('link', { name: /fourth quarter of 2025/ })
        .first()
        .waitFor();
    });
  },
  { strategiesFolder },
);

/** Where links of the page lead, as far as they are pages of the dashboard. */
const LINKS = `[...document.querySelectorAll('main a[href^="/"], nav a[href^="/"]')]
  .map((link) => link.getAttribute('href'))
  .filter((href) => !href.startsWith('/v1/') && !href.startsWith('/docs') && !href.startsWith('/openapi'))`;

function lost(page: Page) {
  return page.getByRole('alert').filter({ hasText: 'The server does not answer.' });
}

function focused(page: Page): Promise<unknown> {
  return page.evaluate('document.activeElement.textContent');
}
