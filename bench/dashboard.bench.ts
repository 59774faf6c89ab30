import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Bench, BenchRow } from './bench';
import { drag, type Frames, framesWhile, scrollDown } from './dashboard/frames';
import { type BenchDashboard, openDashboard } from './dashboard/open-dashboard';
import { byTurns, median } from './pairing';
import { sizeFrom } from './projected/open-projected';
import { lastSessions } from './projected/tapes';

const YEARS = sizeFrom('STREAKLINE_BENCH_DASHBOARD_YEARS', 20);
const INSTRUMENTS = sizeFrom('STREAKLINE_BENCH_DASHBOARD_INSTRUMENTS', 41);
const ANNOUNCEMENTS_EACH = 250;
const ROUNDS = 5;
const INSTRUMENT = '/instruments/XNAS:B1?span=all';

/** The dashboard in a headless Chromium on the machine's own processor, which draws without a graphics card. */
export const bench: Bench = {
  name: 'dashboard',
  run: async ({ createDatabase, log }) => {
    const market = {
      instruments: INSTRUMENTS,
      sessions: lastSessions(YEARS * 250),
      announcementsEach: ANNOUNCEMENTS_EACH,
    };
    const opened = await openDashboard(await createDatabase(), market);
    log(`${INSTRUMENTS} tapes of ${YEARS} years and ${opened.announcements} announcements stand`);
    try {
      const rows: BenchRow[] = [];
      for (const measure of [weightRow, firstChartRow, wholeChartRow, panningRow, scrollingRow]) {
        rows.push(await measure(opened));
        log(`${rows.at(-1)?.what ?? ''}: ${rows.at(-1)?.ours.toFixed(1) ?? ''} ${rows.at(-1)?.unit ?? ''}`);
      }
      return rows;
    } finally {
      await opened.close();
    }
  },
};

async function weightRow({ url, folder, browser }: BenchDashboard): Promise<BenchRow> {
  const page = await browser.newPage();
  const assets = new Set<string>();
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (/\.(?:js|css)$/.test(pathname)) assets.add(pathname);
  });
  await page.goto(`${url}/`);
  await marked(page, 'streakline:first-rows');
  await page.close();
  const weigh = (ending: string) =>
    [...assets].reduce((sum, path) => sum + readFileSync(join(folder, `${path}${ending}`)).length, 0) / 1000;
  return {
    what: 'scripts and styles of the first page, compressed by Brotli',
    unit: 'KB',
    ours: weigh('.br'),
    ceiling: null,
    target: '< 150 KB',
    note: `${weigh('.gz').toFixed(1)} KB by gzip, ${weigh('').toFixed(0)} KB as they are; ${assets.size} files`,
  };
}

async function firstChartRow(opened: BenchDashboard): Promise<BenchRow> {
  const paths = await asksBefore(opened, INSTRUMENT, 'streakline:first-chart');
  const { ours, ceiling, ratio } = await byTurns(
    ROUNDS,
    () => timeTo(opened, INSTRUMENT, (page) => marked(page, 'streakline:first-chart')),
    () => timeToFetch(opened, paths),
  );
  return {
    ...{ what: `navigation to the first chart drawn, ${YEARS} years of daily bars`, unit: 'ms' },
    ...{ ours, ceiling, ratio, target: '< 1500 ms' },
    note: `medians of ${ROUNDS}, nothing cached; ceiling: the ${paths.length} answers it asks for, fetched at once and parsed`,
  };
}

/** The newest years come first, so that the chart stands; the others follow behind it. */
async function wholeChartRow(opened: BenchDashboard): Promise<BenchRow> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) times.push(await timeTo(opened, INSTRUMENT, wholeTape));
  return {
    ...{ what: `navigation to all ${YEARS} years in the chart`, unit: 'ms', ours: median(times), ceiling: null },
    note: `median of ${ROUNDS}, nothing cached`,
  };
}

/** Milliseconds from the navigation to a moment of the page's, nothing cached. */
async function timeTo(
  { url, browser }: BenchDashboard,
  path: string,
  moment: (page: Page) => Promise<number>,
): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(url + path);
  const at = await moment(page);
  await context.close();
  return at;
}

/** Milliseconds since the navigation when the chart had every session of the tape. */
function wholeTape(page: Page): Promise<number> {
  const sessions = YEARS * 250;
  return page.evaluate<number>(`new Promise((found) => requestAnimationFrame(function look(at) {
    const slider = document.querySelector('[role=slider][aria-label=Session]');
    if (Number(slider?.getAttribute('aria-valuemax')) >= ${sessions - 1}) found(at);
    else requestAnimationFrame(look);
  }))`);
}

/** What a page asks the API for until its mark. */
async function asksBefore({ url, browser }: BenchDashboard, path: string, mark: string): Promise<readonly string[]> {
  const page = await browser.newPage();
  const paths = new Set<string>();
  page.on('requestfinished', (request) => {
    const asked = new URL(request.url());
    if (asked.pathname.startsWith('/v1/')) paths.add(asked.pathname + asked.search);
  });
  await page.goto(url + path);
  await marked(page, mark);
  await page.close();
  return [...paths];
}

async function timeToFetch({ url, browser }: BenchDashboard, paths: readonly string[]): Promise<number> {
  const page = await browser.newPage();
  await page.goto(`${url}/health/live`);
  const took = await page.evaluate<number>(`(async () => {
    const began = performance.now();
    await Promise.all(${JSON.stringify(paths)}.map((path) => fetch(path).then((answer) => answer.json())));
    return performance.now() - began;
  })()`);
  await page.close();
  return took;
}

async function panningRow({ url, browser }: BenchDashboard): Promise<BenchRow> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(url + INSTRUMENT);
  await wholeTape(page);
  const chart = page.getByRole('slider', { name: 'Session' });
  await chart.scrollIntoViewIfNeeded();
  const box = await chart.boundingBox();
  if (box === null) throw new Error('there is no chart on the page');
  const ours = await framesWhile(page, () => drag(page, box));
  await page.close();
  const ceiling = await emptyPage({ url, browser }, (empty) => drag(empty, box));
  return {
    ...{ what: `panning a chart of ${YEARS} years`, unit: 'frames/s' },
    ...{ ours: ours.perSecond, ceiling: ceiling.perSecond, target: '> 50' },
    note: `${spread(ours)}; ceiling: the same movements over an empty page, ${spread(ceiling)}`,
  };
}

async function scrollingRow({ url, browser, announcements }: BenchDashboard): Promise<BenchRow> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${url}/`);
  await marked(page, 'streakline:first-rows');
  const ours = await framesWhile(page, () => scrollDown(page));
  await page.close();
  const ceiling = await emptyPage({ url, browser }, scrollDown);
  return {
    ...{
      what: `scrolling home with ${announcements.toLocaleString('en-US')} announcements, the longest frame`,
      unit: 'ms',
    },
    ...{ ours: ours.longest, ceiling: ceiling.longest, target: '< 100 ms' },
    note: `${spread(ours)}; ceiling: an empty page, ${spread(ceiling)}`,
  };
}

async function emptyPage(
  { url, browser }: Pick<BenchDashboard, 'url' | 'browser'>,
  act: (page: Page) => Promise<void>,
): Promise<Frames> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${url}/health/live`);
  const frames = await framesWhile(page, () => act(page));
  await page.close();
  return frames;
}

/** The moment of a page's mark, in milliseconds since its navigation; waits for it. */
async function marked(page: Page, mark: string): Promise<number> {
  return page.evaluate<number>(`new Promise((found) => {
    const look = (list) => list.getEntriesByName('${mark}').forEach(({ startTime }) => found(startTime));
    new PerformanceObserver(look).observe({ type: 'mark', buffered: true });
  })`);
}

function spread({ perSecond, longest, p99 }: Frames): string {
  return `${perSecond.toFixed(1)} frames/s, p99 ${p99.toFixed(0)} ms, longest ${longest.toFixed(0)} ms`;
}
