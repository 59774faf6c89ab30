import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { eventually } from './http-api';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Elements that reach beyond the window's right edge, if the page can be scrolled sideways at all. */
const BEYOND_THE_WINDOW = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const beyond = [...document.body.querySelectorAll('*')].filter((each) => each.getBoundingClientRect().right > clientWidth);
  return beyond.map((each) => each.outerHTML.slice(0, 160));
})()`;

/** Waits until a page has its heading, and nothing of it is still on its way. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  // Not by waitForFunction, which makes script of text in the page: its policy forbids that.
  await eventually(async () => ((await page.evaluate<boolean>(NOTHING_LOADS)) ? true : undefined), 30);
}

const NOTHING_LOADS = `![...document.querySelectorAll('[role=status]')].some(({ textContent }) => /^Loading/.test(textContent))`;

/** Fails on whatever axe finds wrong with a page as it is now, by rule and element. */
export async function expectAccessible(page: Page): Promise<void> {
  // The page's own policy lets no script in; the browser's debugger asks nobody.
  await page.evaluate(axe);
  const results = await page.evaluate<AxeResults>('axe.run()');
  const found = results.violations.flatMap(({ id, impact, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${impact ?? ''} ${id}: ${help}\n  ${target.join(' ')}\n  ${failureSummary ?? ''}`,
    ),
  );
  expect(found).toEqual([]);
}

/** Fails where a page is wider than its window: somebody would have to scroll sideways to read. */
export async function noOverflow(page: Page): Promise<void> {
  const beyond = await page.evaluate<readonly string[]>(BEYOND_THE_WINDOW);
  expect(beyond).toEqual([]);
}

/** Lines of pixels of a picture, at most: what comes further down says little more. */
const TALLEST = 1_200;

/** Writes a picture of the page where STREAKLINE_SCREENSHOTS names a folder: for the documents, or to look into a failure. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const folder = process.env['STREAKLINE_SCREENSHOTS'];
  if (folder === undefined || folder === '') return;
  mkdirSync(folder, { recursive: true });
  const { width } = page.viewportSize() ?? { width: 1280 };
  const tall = Math.min(TALLEST, await page.evaluate<number>('document.documentElement.scrollHeight'));
  const clip = { x: 0, y: 0, width, height: tall };
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true, clip, animations: 'disabled' });
}
